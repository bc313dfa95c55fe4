/// Rules of one group that look at the basket, or that build on others.
struct PlannedGroup: Hashable, Sendable {
    /// The places of its rules, in their order.
    let members: [Int]
    /// Which of them count.
    let pick: EarnRule.Pick
    /// Whether lines may go to the rule that describes them most closely.
    let sharesLines: Bool
}
