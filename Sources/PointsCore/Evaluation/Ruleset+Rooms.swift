// MARK: - Caps over several orders

extension Ruleset {
    /// What caps leave to the earning rules that are in force on a day.
    package func rooms(
        on day: CivilDate, given counts: CapCounts, budgets: CapBudgets
    ) -> RuleRooms {
        RuleRooms(leftTo: cappedRules, on: day, given: counts, budgets: budgets)
    }

    /// What a sale of a day uses of the caps of the rules that gave something, with what was left for it.
    func capUses(
        of awards: [RuleAward], on day: CivilDate, under rooms: RuleRooms
    ) -> [CapUse] {
        rooms.uses(of: awards, by: cappedRules, on: day)
    }
}

extension RuleRooms {
    /// What caps leave to those of some rules that are in force on a day.
    init(
        leftTo rules: [some GrantingRule], on day: CivilDate, given counts: CapCounts,
        budgets: CapBudgets
    ) {
        guard !rules.isEmpty else {
            self = .untouched
            return
        }
        var rooms: [String: RuleRoom] = [:]
        for rule in rules where rule.effective.contains(day) {
            for cap in rule.lastingCaps {
                let given =
                    cap.scope == .campaign
                    ? budgets.points(of: rule.id)
                    : counts.points(of: rule.id, in: cap.scope, on: day)
                // What is not known any more counts as all given: a promise is never made twice.
                let left = given.map { max(0, cap.points - $0) } ?? 0
                if let tightest = rooms[rule.id], tightest.points <= left { continue }
                rooms[rule.id] = RuleRoom(points: left, scope: cap.scope)
            }
        }
        self.init(rooms)
    }

    /// What was left for a sale when it was made.
    package init(of recorded: PurchaseRecorded) {
        self.init(
            Dictionary(
                recorded.capUses.compactMap { use in use.room.map { (use.rule, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }

    /// What some rules with caps used of them on a day by what they gave.
    func uses(of awards: [RuleAward], by rules: [some GrantingRule], on day: CivilDate) -> [CapUse]
    {
        guard !rules.isEmpty else { return [] }
        return awards.compactMap { award in
            guard let rule = rules.first(where: { $0.id == award.rule }), let room = room(for: rule)
            else { return nil }
            return CapUse(
                rule: rule.id, scopes: rule.lastingCaps.map(\.scope), day: day,
                points: max(0, award.points), room: room)
        }
    }
}
