package import PointsCore

extension RuleExample {
    /// Where, when and to whom the sale is made, under a set of rules.
    package func context(under ruleset: Ruleset) -> SaleContext {
        let calendar = ruleset.program.calendar
        let day = calendar.businessDay(of: occurredAt)
        return SaleContext(
            channel: channel, company: ruleset.program.channels[channel]?.company ?? "",
            store: store, terminal: terminal, paymentMethod: paymentMethod, businessDay: day,
            minuteOfDay: calendar.minuteOfDay(at: occurredAt),
            standing: Standing(
                tier: buyer.tier, memberSince: buyer.joinedOn ?? day.adding(months: -12),
                isFirstPurchase: buyer.isFirstPurchase,
                traits: ruleset.traits.filter { trait in
                    buyer.birthDate.map { trait.holds(bornOn: $0, on: day) } ?? false
                }))
    }

    /// What caps over several orders leave after what the rules have given before.
    package func rooms(under ruleset: Ruleset) -> RuleRooms {
        var rooms: [String: RuleRoom] = [:]
        for rule in ruleset.earnRules {
            guard let tightest = rule.lastingCaps.min(by: { $0.points < $1.points }) else {
                continue
            }
            let left = max(0, tightest.points - (given[rule.id] ?? 0))
            rooms[rule.id] = RuleRoom(points: left, scope: tightest.scope)
        }
        return RuleRooms(rooms)
    }
}
