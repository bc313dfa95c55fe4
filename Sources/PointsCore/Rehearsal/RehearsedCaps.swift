/// What rules with caps over several orders would have given so far, one sale or activity after the other.
struct RehearsedCaps: Sendable {
    private var counts: [Int64: CapCounts] = [:]
    private var budgets = CapBudgets()

    /// What caps leave for a sale of a day to a member.
    func rooms(under rules: Ruleset, for member: Int64, on day: CivilDate) -> RuleRooms {
        guard !rules.cappedRules.isEmpty else { return .untouched }
        return rules.rooms(on: day, given: counts[member] ?? CapCounts(), budgets: budgets)
    }

    /// Counts what a sale of a day gives to a member.
    mutating func count(
        _ awards: [RuleAward], under rules: Ruleset, within rooms: RuleRooms, to member: Int64,
        on day: CivilDate
    ) {
        add(rules.capUses(of: awards, on: day, under: rooms), to: member)
    }

    /// What caps leave for an activity of a day by a member.
    func activityRooms(under rules: Ruleset, for member: Int64, on day: CivilDate) -> RuleRooms {
        guard !rules.cappedActivityRules.isEmpty else { return .untouched }
        return rules.activityRooms(
            on: day, given: counts[member] ?? CapCounts(), budgets: budgets)
    }

    /// Counts what an activity of a day gives to a member.
    mutating func countActivity(
        _ awards: [RuleAward], under rules: Ruleset, within rooms: RuleRooms, to member: Int64,
        on day: CivilDate
    ) {
        add(rules.activityCapUses(of: awards, on: day, under: rooms), to: member)
    }

    private mutating func add(_ uses: [CapUse], to member: Int64) {
        for use in uses {
            counts[member, default: CapCounts()].add(use)
            budgets.add(use)
        }
    }
}
