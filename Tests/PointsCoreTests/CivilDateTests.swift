import Testing

@testable import PointsCore

struct CivilDateTests {
    @Test
    func `walks every day from 1900 to 2100 like a calendar on the wall`() throws {
        var (year, month, day, weekday) = (1_900, 1, 1, 1)  // 1 January 1900 was a Monday.
        var number = -25_567
        while year <= 2_100 {
            let date = try #require(CivilDate(year: year, month: month, day: day))
            let parts = date.components
            guard date.dayNumber == number, parts.year == year, parts.month == month,
                parts.day == day, date.weekday == weekday
            else {
                Issue.record("\(year)-\(month)-\(day) is \(date), weekday \(date.weekday)")
                return
            }
            number += 1
            weekday = weekday % 7 + 1
            day += 1
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(number == 47_847)
    }

    @Test(arguments: [
        "2026-11-22", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "1970-01-01",
    ])
    func `reads what it writes`(_ text: String) throws {
        #expect(try #require(CivilDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-1-22", "2026-11-2", "20261122", "2026/11/22", "2026-13-01", "2026-00-01",
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-11-00", "0000-01-01", "+026-11-22",
        "2026-11-22 ", " 2026-11-22", "２０２６-11-22", "2026-11-2a", "-2026-11-2", "10000-01-01",
    ])
    func `refuses what is no day`(_ text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-11-22", 0, "2026-11-22"),
        ("2026-11-22", 12, "2027-11-22"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -13, "2024-12-15"),
        ("2026-08-31", 1_200, "2126-08-31"), ("9999-11-30", 1, "9999-12-30"),
    ])
    func `adds months and stays in the month`(_ from: String, _ months: Int, _ to: String) {
        #expect(Times.day(from).adding(months: months).description == to)
    }

    @Test
    func `stays inside its years whatever is added`() {
        #expect(Times.day("9999-12-31").adding(days: 1).description == "9999-12-31")
        #expect(Times.day("0001-01-01").adding(days: -1).description == "0001-01-01")
        #expect(Times.day("9999-12-31").adding(months: 1_200) <= Times.day("9999-12-31"))
        #expect(Times.day("0001-01-01").adding(months: -1) >= Times.day("0001-01-01"))
    }

    @Test(arguments: [
        ("2026-11-22", 1, 1, "2026-11-30"), ("2024-02-01", 1, 1, "2024-02-29"),
        ("2026-11-22", 3, 1, "2026-12-31"), ("2026-03-31", 3, 1, "2026-03-31"),
        ("2026-04-01", 3, 1, "2026-06-30"), ("2026-06-30", 6, 1, "2026-06-30"),
        ("2026-07-01", 6, 1, "2026-12-31"), ("2026-01-01", 12, 1, "2026-12-31"),
        ("2026-03-31", 12, 4, "2026-03-31"), ("2026-04-01", 12, 4, "2027-03-31"),
        ("2027-02-10", 12, 3, "2027-02-28"), ("2027-03-01", 12, 3, "2028-02-29"),
        ("2026-01-15", 12, 12, "2026-11-30"), ("2026-12-01", 12, 12, "2027-11-30"),
    ])
    func `finds the end of a period`(
        _ day: String, _ months: Int, _ first: Int, _ end: String
    ) {
        #expect(
            Times.day(day).endOfPeriod(months: months, startingIn: first).description == end)
    }

    @Test
    func `a period of the last year ends with it`() {
        #expect(Times.day("9999-12-15").endOfPeriod(months: 1) == Times.day("9999-12-31"))
    }

    @Test(arguments: [
        (ExpiryPeriod.day, "2026-11-22"), (.monthEnd, "2026-11-30"),
        (.quarterEnd, "2026-12-31"), (.halfYearEnd, "2026-12-31"), (.yearEnd, "2026-12-31"),
        (.fiscalYearEnd(startingIn: 4), "2027-03-31"),
        (.fiscalYearEnd(startingIn: 12), "2026-11-30"),
    ])
    func `moves an expiry to the end of its period`(_ period: ExpiryPeriod, _ end: String) {
        #expect(period.end(from: Times.day("2026-11-22")) == Times.day(end))
    }

    @Test(arguments: [
        (Validity.afterGrant(.months(12), roundedTo: .monthEnd), "2027-11-30" as String?),
        (.afterGrant(.months(3), roundedTo: .day), "2027-02-22"),
        (.until(Times.day("2026-12-01")), "2026-12-01"), (.unlimited, nil),
    ])
    func `tells how long points are valid`(_ validity: Validity, _ last: String?) {
        #expect(validity.expiry(grantedOn: Times.day("2026-11-22")) == last.map(Times.day))
    }
}
