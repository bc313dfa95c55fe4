// MARK: - Caps over several orders

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
        self.init(rooms(in: recorded.capUses))
    }

    /// What was left for what is left of a sale when something of it came back last.
    init(of purchase: Purchase) {
        self.init(rooms(in: purchase.capUses))
    }

    /// What is left for what remains of a sale of a day: never more than there was for the sale, and no more beyond what it
    /// has than others have left.
    func remaining(
        for purchase: Purchase, of rules: [EarnRule], on day: CivilDate
    ) -> RuleRooms {
        let sold = RuleRooms(of: purchase.recorded)
        var rooms: [String: RuleRoom] = [:]
        for rule in rules where rule.effective.contains(day) {
            guard let now = room(for: rule), let then = sold.room(for: rule) else { continue }
            let used = purchase.capUses.first { $0.rule == rule.id }?.points ?? 0
            let left = used + now.points
            rooms[rule.id] =
                left < then.points ? RuleRoom(points: left, scope: now.scope) : then
        }
        return RuleRooms(rooms)
    }

    /// What some rules with caps used of them on a day by what they gave; those that gave nothing are among them where less
    /// was left than all of their points, so that it is known what they would have given.
    func uses(of awards: [RuleAward], by rules: [some GrantingRule], on day: CivilDate) -> [CapUse]
    {
        rules.compactMap { rule in
            guard rule.effective.contains(day), let room = room(for: rule),
                let tightest = rule.tightestLastingCap
            else { return nil }
            let points = max(0, awards.first { $0.rule == rule.id }?.points ?? 0)
            guard points > 0 || room.points < tightest.points else { return nil }
            return CapUse(
                rule: rule.id, scopes: rule.lastingCaps.map(\.scope), day: day, points: points,
                room: room)
        }
    }
}

private func rooms(in uses: [CapUse]) -> [String: RuleRoom] {
    Dictionary(
        uses.compactMap { use in use.room.map { (use.rule, $0) } },
        uniquingKeysWith: { first, _ in first })
}
