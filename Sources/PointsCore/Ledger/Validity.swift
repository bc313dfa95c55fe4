/// How long points may be spent, as a rule or the program says.
package enum Validity: Hashable, Sendable {
    /// Each lot on its own: so long after the grant, moved on to the end of a period.
    case afterGrant(ValiditySpan, roundedTo: ExpiryPeriod)
    /// The whole balance together: so long after the member's last qualifying activity.
    case afterActivity(ValiditySpan, roundedTo: ExpiryPeriod, of: Set<Activity>)
    /// To a fixed day.
    case until(CivilDate)
    /// For ever.
    case unlimited

    /// Whether points of both end on the same day for a sale of a day, and move on in the same way.
    func isLike(_ other: Validity, forSaleOn day: CivilDate) -> Bool {
        self == other
            || followsActivity == other.followsActivity
                && expiry(grantedOn: day) == other.expiry(grantedOn: day)
    }

    /// The last business day for points granted on a day, or held on a day of activity; `nil` for ever.
    package func expiry(grantedOn day: CivilDate) -> CivilDate? {
        switch self {
        case .afterGrant(let span, let period), .afterActivity(let span, let period, _):
            period.end(from: span.end(from: day))
        case .until(let last): last
        case .unlimited: nil
        }
    }

    /// Whether the expiry moves on with the member's activity.
    package var followsActivity: Bool {
        if case .afterActivity = self { true } else { false }
    }
}
