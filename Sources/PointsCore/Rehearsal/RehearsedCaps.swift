/// What rules with caps over several orders would have given so far, one sale or activity after the other.
struct RehearsedCaps: Sendable {
    private var counts: [Int64: CapCounts] = [:]
    private var budgets = CapBudgets()

    /// What caps leave to some rules for what a member does on a day.
    func rooms(
        leftTo rules: [some GrantingRule], for member: Int64, on day: CivilDate
    ) -> RuleRooms {
        RuleRooms(
            leftTo: rules, on: day, given: counts[member] ?? CapCounts(), budgets: budgets)
    }

    /// Counts what some rules with caps give to a member on a day.
    mutating func count(
        _ awards: [RuleAward], by rules: [some GrantingRule], within rooms: RuleRooms,
        to member: Int64, on day: CivilDate
    ) {
        for use in rooms.uses(of: awards, by: rules, on: day) {
            counts[member, default: CapCounts()].add(use)
            budgets.add(use)
        }
    }
}
