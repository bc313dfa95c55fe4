/// How long points may be spent, as a rule or the program says.
package enum Validity: Hashable, Sendable {
    /// Each lot on its own: so many months after the grant, moved on to the end of a period.
    case afterGrant(months: Int, roundedTo: ExpiryPeriod)
    /// To a fixed day.
    case until(CivilDate)
    /// For ever.
    case unlimited

    /// The last business day for points granted on a day; `nil` for ever.
    package func expiry(grantedOn day: CivilDate) -> CivilDate? {
        switch self {
        case .afterGrant(let months, let period): period.end(from: day.adding(months: months))
        case .until(let last): last
        case .unlimited: nil
        }
    }
}
