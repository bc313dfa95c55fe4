import PointsCore

// MARK: - How an example came out

extension Ruleset {
    /// How each earning rule came to its points, or why it gives none, a line for each; those that give come first.
    func earnTrace(
        of example: RuleExample, basket: PricedBasket, in context: SaleContext
    ) -> [String] {
        let rule = burnRule(for: context, basket: basket)
        let lines = lines(
            for: traces(
                of: basket, shares: shares(ofRedeemed: example.redeem, in: basket, under: rule),
                in: context, rooms: example.rooms(under: self)), in: .en)
        guard !lines.isEmpty else { return ["there is no earning rule"] }
        let giving = lines.filter { $0.award != nil }
        let others = lines.filter { $0.award == nil }
        let paid = redemption(of: example.redeem, under: rule, in: .en)
        return (paid.map { ["\($0.rule): \($0.words)"] } ?? [])
            + (giving + others).map { "\($0.rule): \($0.words)" }
    }

    /// How much each redemption rule lets points pay, or why it says nothing, a line for each.
    func burnTrace(of basket: PricedBasket, in context: SaleContext) -> [String] {
        guard !burnRules.isEmpty else { return ["there is no redemption rule"] }
        let chosen = burnRule(for: context, basket: basket)?.id
        return burnRules.map { rule in
            "\(rule.id): " + words(for: rule, chosen: chosen, of: basket, in: context)
        }
    }

    private func words(
        for rule: BurnRule, chosen: String?, of basket: PricedBasket, in context: SaleContext
    ) -> String {
        guard rule.effective.contains(context.businessDay) else {
            return phrasing.notInForce(rule.effective).en
        }
        if let failure = rule.condition.failure(in: context, for: basket) {
            return phrasing.fails(failure).en
        }
        guard rule.id == chosen else { return "\(chosen ?? "") comes before it." }
        let payable = rule.payableAmounts(of: basket).reduce(0, +)
        let max = redeemable(of: basket, under: rule).max
        return
            "Points may pay \(phrasing.money(payable).en) of \(phrasing.money(basket.total).en): up to "
            + "\(Words.points(max).en), from \(Words.number(rule.min)), in multiples of "
            + "\(Words.number(rule.unit))."
    }
}
