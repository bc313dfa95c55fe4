/// What a reply shows of a member besides what it always shows, each `nil` where it was not asked for.
package struct MemberParts: Hashable, Sendable {
    /// What the member told about themself.
    package var profile: Profile?
    /// The open lots.
    package var lots: [Lot]?
    /// The newest purchases, newest first.
    package var purchases: [Purchase]?
    /// The entries of the newest activities, newest first.
    package var activities: [Entry]?
    /// What was bought, how often and when.
    package var customer: CustomerView?

    /// Some parts.
    package init(
        profile: Profile? = nil, lots: [Lot]? = nil, purchases: [Purchase]? = nil,
        activities: [Entry]? = nil,
        customer: CustomerView? = nil
    ) {
        self.profile = profile
        self.lots = lots
        self.purchases = purchases
        self.activities = activities
        self.customer = customer
    }
}
