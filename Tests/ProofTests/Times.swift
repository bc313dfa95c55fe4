import PointsCore

/// A moment is its milliseconds, a day its number; a business day begins at 05:00 in Tokyo.
enum Times {
    static let minute: Int64 = 60_000
    static let hour: Int64 = 60 * minute
    static let day: Int64 = 24 * hour
    /// "At the end of the local business day": a day begins at 20:00 UTC of the calendar day before.
    private static let shift: Int64 = 4 * hour

    static func day(of moment: Int64) -> Int { Int((moment + shift) / day) }
    static func start(of day: Int) -> Int64 { Int64(day) * Times.day - shift }

    static func adding(months: Int, to day: Int) -> Int {
        Int(CivilDate(dayNumber: day).adding(months: months).dayNumber)
    }

    static func month(of day: Int) -> Int { CivilDate(dayNumber: day).components.month }

    static func dayOfMonth(of day: Int) -> Int { CivilDate(dayNumber: day).components.day }

    /// Months since the beginning of time.
    static func monthNumber(of day: Int) -> Int {
        CivilDate(dayNumber: day).components.year * 12 + month(of: day) - 1
    }

    /// The last day of the month.
    static func monthEnd(of day: Int) -> Int {
        let first = day - CivilDate(dayNumber: day).components.day + 1
        return adding(months: 1, to: first) - 1
    }

    static func text(_ moment: Int64) -> String {
        Instant(milliseconds: moment).formatted(offsetSeconds: 32_400)
    }

    static func text(ofDay day: Int) -> String { CivilDate(dayNumber: day).description }
}
