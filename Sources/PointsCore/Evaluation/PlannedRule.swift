/// An earning rule, ready for evaluation: numbers only, so that looking at it costs nothing.
struct PlannedRule: Hashable, Sendable {
    /// The number of the first day on which it is in force.
    let from: Int
    /// The number of the last.
    let through: Int
    /// The place of its condition.
    let condition: Int
    /// The place of its filter of lines.
    let filter: Int
    /// What it gives.
    let award: PlannedAward
    /// Whether lines may go to a more specific rule instead.
    let countsLines: Bool
    let includesTax: Bool
    let redeemed: EarnRule.RedeemedBase
    let stage: EarnRule.RoundingStage
    let rounding: Rounding
    let priority: Int64
    let orderCap: Int64?
    /// Whether caps over several orders bind it.
    let hasLastingCaps: Bool
    /// Where the places of the rules stand on which it builds.
    let sources: Range<Int>

    /// A rule with the places of its parts.
    init(_ rule: EarnRule, condition: Int, filter: Int, sources: Range<Int>) {
        from = rule.effective.from.map { Int($0.dayNumber) } ?? Int.min
        through = rule.effective.to.map { Int($0.dayNumber) } ?? Int.max
        self.condition = condition
        self.filter = filter
        award = PlannedAward(rule.award)
        countsLines = rule.award.countsLines
        includesTax = rule.includesTax
        redeemed = rule.redeemed
        stage = rule.stage
        rounding = rule.rounding
        priority = rule.priority
        orderCap = rule.orderCap
        hasLastingCaps = !rule.lastingCaps.isEmpty
        self.sources = sources
    }

    /// Whether what points pay is taken off at its own rate, also for lines that a more specific rule counts.
    var takesOff: Bool { redeemed == .deductAtBaseRate && countsLines }
}
