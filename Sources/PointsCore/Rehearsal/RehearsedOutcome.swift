/// What one set of rules makes of a recorded sale, or of an activity.
package struct RehearsedOutcome: Hashable, Sendable {
    /// What each rule that applies gives for what is left of the basket, in the order of the rules' ids.
    package let awards: [RuleAward]
    /// All points.
    package let points: Int64
    /// What a point pays for, in minor units.
    package let pointValue: Int64
    /// Why the points that paid for the sale could not have under these rules; `nil` if they could, or none did.
    package let obstacle: Redeemable.Obstacle?

    /// Whether the rules ask something about the person that nobody can answer any more.
    package internal(set) var isUnasked: Bool

    /// Points of rules, each worth so much.
    package init(
        awards: [RuleAward], points: Int64, pointValue: Int64,
        obstacle: Redeemable.Obstacle? = nil, isUnasked: Bool = false
    ) {
        self.awards = awards
        self.points = points
        self.pointValue = pointValue
        self.obstacle = obstacle
        self.isUnasked = isUnasked
    }
}
