/// What rules with caps over several orders would have given so far, sale after sale.
package struct RehearsedCaps: Sendable {
    private var counts: [Int64: CapCounts] = [:]
    private var budgets = CapBudgets()

    /// Nothing was given yet.
    package init() {}

    /// What caps leave for a sale of a day to a member.
    package func rooms(under rules: Ruleset, for member: Int64, on day: CivilDate) -> RuleRooms {
        rules.rooms(on: day, given: counts[member] ?? CapCounts(), budgets: budgets)
    }

    /// Counts what a sale of a day gives to a member.
    package mutating func count(
        _ awards: [RuleAward], under rules: Ruleset, within rooms: RuleRooms, to member: Int64,
        on day: CivilDate
    ) {
        for use in rules.capUses(of: awards, on: day, under: rooms) {
            counts[member, default: CapCounts()].add(use)
            budgets.add(use)
        }
    }
}
