import TestSupport
import Testing

@testable import PointsCore

struct BusinessCalendarTests {
    private static let tokyo = BusinessCalendar(zone: .tokyo, startMinutes: 300)
    /// New York in 2026: summer time from 8 March 07:00 UTC to 1 November 06:00 UTC.
    private static let newYork = BusinessCalendar(
        zone: TimeZoneTable(
            name: "America/New_York",
            changes: [
                .init(from: .distantPast, offsetSeconds: -18_000),
                .init(from: Times.moment("2026-03-08T07:00:00Z"), offsetSeconds: -14_400),
                .init(from: Times.moment("2026-11-01T06:00:00Z"), offsetSeconds: -18_000),
            ]), startMinutes: 300)

    @Test(arguments: [
        ("2026-11-22T02:30:00+09:00", "2026-11-21"),
        ("2026-11-22T04:59:59.999+09:00", "2026-11-21"),
        ("2026-11-22T05:00:00+09:00", "2026-11-22"), ("2026-11-22T23:59:59+09:00", "2026-11-22"),
        ("2027-01-01T00:30:00+09:00", "2026-12-31"), ("2026-11-21T20:00:00Z", "2026-11-22"),
        ("2026-11-21T19:59:59Z", "2026-11-21"),
    ])
    func `a sale before the cut-over belongs to the day before`(_ moment: String, _ day: String) {
        #expect(Self.tokyo.businessDay(of: Times.moment(moment)) == Times.day(day))
    }

    @Test
    func `a day begins where the one before it ends`() {
        let day = Times.day("2026-11-22")
        #expect(Self.tokyo.start(of: day) == Times.moment("2026-11-22T05:00:00+09:00"))
        #expect(Self.tokyo.end(of: day) == Times.moment("2026-11-23T05:00:00+09:00"))
        #expect(Self.tokyo.minuteOfDay(at: Times.moment("2026-11-22T02:31:59+09:00")) == 151)
        #expect(Self.tokyo.localDate(of: Times.moment("2026-11-22T02:30:00+09:00")) == day)
        #expect(
            Self.tokyo.text(of: Times.moment("2026-11-21T17:30:00Z"))
                == "2026-11-22T02:30:00+09:00")
    }

    @Test(arguments: [
        ("2026-03-07T12:00:00-05:00", "2026-03-07"), ("2026-07-01T04:59:59-04:00", "2026-06-30"),
        ("2026-07-01T05:00:00-04:00", "2026-07-01"), ("2026-12-01T04:59:59-05:00", "2026-11-30"),
    ])
    func `follows the wall clock of a zone with summer time`(_ moment: String, _ day: String) {
        #expect(Self.newYork.businessDay(of: Times.moment(moment)) == Times.day(day))
    }

    @Test(arguments: [
        ("2026-03-08", "2026-03-08T05:00:00-04:00"), ("2026-11-01", "2026-11-01T05:00:00-05:00"),
        ("2026-03-09", "2026-03-09T05:00:00-04:00"), ("2026-03-08", "2026-03-08T09:00:00Z"),
    ])
    func `starts each day at the cut-over on the wall`(_ day: String, _ start: String) {
        #expect(Self.newYork.start(of: Times.day(day)) == Times.moment(start))
    }

    @Test(arguments: [
        ("2026-03-08T05:00:00-04:00", "2026-03-08"), ("2026-03-08T05:59:59-04:00", "2026-03-08"),
        ("2026-11-01T04:30:00-05:00", "2026-10-31"),
    ])
    func `keeps to the wall clock on the days when it changes`(_ moment: String, _ day: String) {
        #expect(Self.newYork.businessDay(of: Times.moment(moment)) == Times.day(day))
    }

    @Test(arguments: [UInt64(4), 5])
    func `every moment lies within its business day in Tokyo`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let moment = Instant(
                milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random))
            let day = Self.tokyo.businessDay(of: moment)
            try #require(
                Self.tokyo.start(of: day) <= moment && moment < Self.tokyo.end(of: day),
                "seed \(seed): \(moment.milliseconds)")
        }
    }
}
