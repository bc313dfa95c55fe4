/// A length of time on the calendar.
package enum ValiditySpan: Hashable, Sendable {
    /// So many months; where the month is too short, its last day.
    case months(Int)
    /// So many days.
    case days(Int)

    /// The day that lies so long after a day.
    package func end(from day: CivilDate) -> CivilDate {
        switch self {
        case .months(let months): day.adding(months: months)
        case .days(let days): day.adding(days: days)
        }
    }
}
