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
            standing: buyer.standing(on: day, under: ruleset))
    }

    /// What caps over several orders leave after what the rules have given before.
    package func rooms(under ruleset: Ruleset) -> RuleRooms {
        RuleRooms(leftTo: ruleset.earnRules, after: given)
    }
}

extension RuleExample.Buyer {
    /// What rules may know of them on a day.
    func standing(on day: CivilDate, under ruleset: Ruleset) -> Standing {
        Standing(
            tier: tier, memberSince: joinedOn ?? day.adding(months: -12),
            isFirstPurchase: isFirstPurchase,
            traits: ruleset.traits(ofBornOn: birthDate, on: day) { segments.contains($0) })
    }
}

extension RuleRooms {
    /// What caps leave to rules that have given so much before, counted by each of their caps.
    init(leftTo rules: [some GrantingRule], after given: [String: Int64]) {
        var rooms: [String: RuleRoom] = [:]
        for rule in rules {
            guard let tightest = rule.tightestLastingCap else { continue }
            let left = max(0, tightest.points - (given[rule.id] ?? 0))
            rooms[rule.id] = RuleRoom(points: left, scope: tightest.scope)
        }
        self.init(rooms)
    }
}
