/// The most points that a rule gives within some bounds (`caps`).
package struct Cap: Hashable, Sendable {
    /// The most points, above zero.
    package let points: Int64
    /// Over what they are added up.
    package let scope: Scope

    /// Over what points are added up (`per`).
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// One order.
        case order
        /// What a member gets on one business day.
        case day
        /// What a member gets in one calendar month of business days.
        case month
        /// What a member gets ever.
        case member
        /// What all members get ever: the budget of a campaign.
        case campaign
    }

    /// At most so many points over a scope.
    package init(points: Int64, scope: Scope) {
        self.points = points
        self.scope = scope
    }
}
