// MARK: - Caps over several orders

extension Ruleset {
    /// What caps leave to the rules that are in force on a day.
    package func rooms(
        on day: CivilDate, given counts: CapCounts, budgets: CapBudgets
    ) -> RuleRooms {
        guard !cappedRules.isEmpty else { return .untouched }
        var rooms: [String: RuleRoom] = [:]
        for rule in cappedRules where rule.effective.contains(day) {
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
        return RuleRooms(rooms)
    }

    /// What a sale of a day uses of the caps of the rules that gave something, with what was left for it.
    func capUses(
        of awards: [RuleAward], on day: CivilDate, under rooms: RuleRooms
    ) -> [CapUse] {
        guard !cappedRules.isEmpty else { return [] }
        return awards.compactMap { award in
            guard let rule = cappedRules.first(where: { $0.id == award.rule }),
                let room = rooms.room(for: rule)
            else { return nil }
            return CapUse(
                rule: rule.id, scopes: rule.lastingCaps.map(\.scope), day: day,
                points: max(0, award.points), room: room)
        }
    }
}

extension RuleRooms {
    /// What was left for a sale when it was made.
    package init(of recorded: PurchaseRecorded) {
        self.init(
            Dictionary(
                recorded.capUses.compactMap { use in use.room.map { (use.rule, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }
}
