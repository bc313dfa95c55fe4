/// The `Date` field: `Sun, 06 Nov 1994 08:49:37 GMT` (IMF-fixdate; RFC 9110, 5.6.7 and 6.6.1).
///
/// By hand arithmetic on the proleptic Gregorian calendar, so that no locale or time zone can
/// have a say in it.
package enum HTTPDate {
    /// The 29 bytes for a time from the year 1970 to 9999.
    ///
    /// - Parameter seconds: Whole seconds since 1970-01-01T00:00:00Z, never negative.
    /// - Returns: The text in ASCII.
    package static func bytes(secondsSince1970 seconds: Int64) -> [UInt8] {
        precondition(seconds >= 0, "a date before 1970 has no place in an answer")
        let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let date = civil(daysSince1970: days)
        // 1970-01-01 was a Thursday.
        let weekday = Int((days + 4) % 7)
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text.append(contentsOf: name(weekday, in: "SunMonTueWedThuFriSat"))
        text.append(contentsOf: ", ".utf8)
        text.append(contentsOf: digits(date.day, width: 2))
        text.append(.space)
        text.append(
            contentsOf: name(Int(date.month) - 1, in: "JanFebMarAprMayJunJulAugSepOctNovDec"))
        text.append(.space)
        text.append(contentsOf: digits(date.year, width: 4))
        text.append(.space)
        text.append(contentsOf: digits(second / 3_600, width: 2))
        text.append(UInt8(ascii: ":"))
        text.append(contentsOf: digits(second / 60 % 60, width: 2))
        text.append(UInt8(ascii: ":"))
        text.append(contentsOf: digits(second % 60, width: 2))
        text.append(contentsOf: " GMT".utf8)
        return text
    }

    /// The calendar date of a day, counted in eras of 400 years whose years begin in March, so
    /// that the leap day is the last of its year.
    private static func civil(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let days = daysSince1970 + 719_468
        let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
        let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leapDays) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func name(_ index: Int, in names: String) -> Substring.UTF8View {
        names.dropFirst(index * 3).prefix(3).utf8
    }

    private static func digits(_ number: Int64, width: Int) -> [UInt8] {
        let digits = Array(String(number).utf8)
        return Array(repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
    }
}
