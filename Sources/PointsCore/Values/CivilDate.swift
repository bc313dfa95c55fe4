/// A day of the proleptic Gregorian calendar, without a time or a zone.
///
/// Years run from 1 to 9999, so that the text form is always ten bytes of ISO 8601.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let dayNumber: Int32

    /// The year, month (1–12) and day (1–31) of a date.
    package struct Components: Hashable, Sendable {
        /// The year, 1–9999.
        package let year: Int
        /// The month, 1–12.
        package let month: Int
        /// The day of the month, 1–31.
        package let day: Int
    }

    /// The date that lies `dayNumber` days after 1970-01-01, held inside the years 1–9999.
    package init(dayNumber: Int) {
        let held = Swift.min(
            Swift.max(dayNumber, CivilDate.firstDayNumber), CivilDate.lastDayNumber)
        self.dayNumber = Int32(held)
    }

    /// The named day, or `nil` if the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
    }

    /// Reads ISO 8601 calendar form, exactly `YYYY-MM-DD`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
            let year = Decimal.number(in: digits[0..<4]),
            let month = Decimal.number(in: digits[5..<7]),
            let day = Decimal.number(in: digits[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Earlier days come first.
    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}

// MARK: - Parts

extension CivilDate {
    /// 0001-01-01.
    package static let firstDayNumber = -719_162
    /// 9999-12-31.
    package static let lastDayNumber = 2_932_896

    /// Year, month and day.
    ///
    /// Howard Hinnant's civil-from-days arithmetic: eras of 400 years that begin in March.
    package var components: Components {
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return Components(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day of the week after ISO 8601: 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        let fromThursday = (Int(dayNumber) % 7 + 7) % 7
        return (fromThursday + 3) % 7 + 1
    }

    /// The number of days in a month, 28–31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

// MARK: - Arithmetic

extension CivilDate {
    /// The date `days` later (earlier if negative), held inside the years 1–9999.
    package func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: Int(dayNumber) + days)
    }

    /// The last days through this one.
    package func last(_ days: Int) -> ClosedRange<CivilDate> {
        adding(days: 1 - days)...self
    }

    /// The same day `months` later; the last day of the month where it has no such day
    /// (31 January and one month is 28 or 29 February).
    package func adding(months: Int) -> CivilDate {
        let start = components
        let index = start.year * 12 + (start.month - 1) + months
        let year = Swift.min(Swift.max(index.flooredQuotient(by: 12), 1), 9_999)
        let month = index - index.flooredQuotient(by: 12) * 12 + 1
        let day = Swift.min(start.day, CivilDate.days(inMonth: month, of: year))
        return CivilDate(
            dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
    }

    /// The last day of the period of `months` months that holds this date, where periods are counted from
    /// the first of `firstMonth` (1–12): 1 for a month's end, 3 a quarter's, 6 a half-year's, 12 a year's.
    package func endOfPeriod(months: Int, startingIn firstMonth: Int = 1) -> CivilDate {
        let start = components
        let offset = (start.month - firstMonth + 12) % 12
        let monthsLeft = months - 1 - offset % months
        let first = CivilDate(dayNumber: Int(dayNumber) - start.day + 1)
        let last = first.adding(months: monthsLeft).components
        return CivilDate(
            dayNumber: CivilDate.dayNumber(
                year: last.year, month: last.month,
                day: CivilDate.days(inMonth: last.month, of: last.year)))
    }
}

// MARK: - Text

extension CivilDate: CustomStringConvertible {
    /// ISO 8601: `2026-11-22`.
    package var description: String {
        let parts = components
        return Decimal.padded(parts.year, to: 4) + "-" + Decimal.padded(parts.month, to: 2) + "-"
            + Decimal.padded(parts.day, to: 2)
    }
}
