/// The period to whose end an expiry date moves on (`roundTo`).
package enum ExpiryPeriod: Hashable, Sendable {
    /// Not moved.
    case day
    /// The last day of the month.
    case monthEnd
    /// The last day of the calendar quarter.
    case quarterEnd
    /// 30 June or 31 December.
    case halfYearEnd
    /// 31 December.
    case yearEnd
    /// The last day of the fiscal year (年度末) that starts on the first of this month, 1–12.
    case fiscalYearEnd(startingIn: Int)

    /// The last day of the period that holds a day.
    package func end(from day: CivilDate) -> CivilDate {
        switch self {
        case .day: day
        case .monthEnd: day.endOfPeriod(months: 1)
        case .quarterEnd: day.endOfPeriod(months: 3)
        case .halfYearEnd: day.endOfPeriod(months: 6)
        case .yearEnd: day.endOfPeriod(months: 12)
        case .fiscalYearEnd(let month): day.endOfPeriod(months: 12, startingIn: month)
        }
    }
}
