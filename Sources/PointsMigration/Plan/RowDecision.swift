/// What the plan does with one row, before it is written down.
struct RowDecision: Hashable, Sendable {
    /// What becomes of it.
    var fate: PlannedFate
    /// Why.
    var reason: String
    /// Where its points go.
    var outcome: PointsOutcome
    /// The person's number; nil if it becomes nobody.
    var person: Int?
    /// An identity by which the member is named.
    var identity: MemberIdentity?
}
