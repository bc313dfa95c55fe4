import PointsCore

// MARK: - How an example came out

extension Ruleset {
    /// How each earning rule came to its points, or why it gives none, a line for each; those that give come first.
    func earnTrace(
        of example: RuleExample, basket: PricedBasket, in context: SaleContext
    ) -> [String] {
        let shares = shares(
            ofRedeemed: example.redeem, in: basket, under: burnRule(for: context, basket: basket))
        let lines = traces(
            of: basket, shares: shares, in: context, rooms: example.rooms(under: self)
        ).compactMap { line(for: $0, in: .en) }
        guard !lines.isEmpty else { return ["there is no earning rule"] }
        let giving = lines.filter { $0.award != nil }
        let others = lines.filter { $0.award == nil }
        return (giving + others).map { "\($0.rule): \($0.words)" }
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
            let ends = [rule.effective.from, rule.effective.to].map { $0.map { "\($0)" } ?? "" }
            return "Not in force: \(ends.joined(separator: "〜"))."
        }
        if let failure = rule.condition.failure(in: context, for: basket) {
            return "Does not apply: it asks for \(failure.words(in: .en))."
        }
        guard rule.id == chosen else { return "\(chosen ?? "") comes before it." }
        let payable = rule.payableAmounts(of: basket).reduce(0, +)
        let max = redeemable(of: basket, under: rule).max
        return "Points may pay \(payable) of \(basket.total): up to \(max), from \(rule.min), "
            + "in multiples of \(rule.unit)."
    }
}
