/// An earning rule, ready for evaluation.
struct PlannedRule: Hashable, Sendable {
    /// The rule as it is written.
    let rule: EarnRule
    /// The number of the first day on which it is in force.
    let from: Int
    /// The number of the last.
    let through: Int
    /// The place of its condition.
    let condition: Int
    /// The place of its filter of lines.
    let filter: Int
    /// Points for one minor unit of money, exactly; `nil` for awards for other things and where whole steps count.
    let pointsPerUnit: Fraction?
    /// The places of the rules on which it builds.
    let sources: [Int]
    /// Whether caps over several orders bind it.
    let hasLastingCaps: Bool
}
