// MARK: - Earning

extension Ruleset {
    /// What a basket earns that is sold now, part of it being paid with `redeemed` points.
    package func evaluate(
        _ basket: PricedBasket, redeemed: Int64, in context: SaleContext,
        rooms: RuleRooms = .untouched
    ) -> Evaluation {
        let rule = burnRule(for: context, basket: basket)
        let shares = shares(ofRedeemed: redeemed, in: basket, under: rule)
        return evaluate(basket, shares: shares, in: context, rooms: rooms)
    }

    /// What a basket, or what is left of it, earns when points pay `shares` of its lines.
    ///
    /// Pure and exact: no clock, no rounding but the one that each rule asks for.
    package func evaluate(
        _ basket: PricedBasket, shares: [Int64], in context: SaleContext,
        rooms: RuleRooms = .untouched
    ) -> Evaluation {
        var run = PlanRun(
            plan, basket: basket, shares: shares, context: context, rooms: rooms)
        return Evaluation(
            run.awards(), of: earnRules, on: context.businessDay, in: program)
    }

    /// What comes of each earning rule for a basket, and why, in the order of the rules' ids.
    package func traces(
        of basket: PricedBasket, shares: [Int64], in context: SaleContext,
        rooms: RuleRooms = .untouched
    ) -> [RuleTrace] {
        var traces = Interpretation(
            rules: earnRules, basket: basket, shares: shares, context: context, rooms: rooms
        ).traces()
        let given = traces.enumerated().compactMap { place, trace in
            trace.award.map { (place: place, award: $0) }
        }
        let evaluation = Evaluation(
            given, of: earnRules, on: context.businessDay, in: program)
        for (place, award) in zip(given.map(\.place), evaluation.awards) {
            traces[place] = traces[place].giving(award)
        }
        return traces
    }
}
