// MARK: - Why it earned what it did

extension Purchase {
    /// Why it earned what it earned.
    package func explanation(under rules: Ruleset, in language: Language) -> Explanation {
        let calendar = rules.program.calendar
        let context = context(in: calendar)
        func lines(_ basket: PricedBasket, redeemed: Int64) -> [Explanation.Line] {
            let shares = rules.shares(
                ofRedeemed: redeemed, in: basket, under: burnRule(of: rules, context: context))
            return rules.traces(
                of: basket, shares: shares, in: context, rooms: RuleRooms(of: recorded)
            ).compactMap { rules.line(for: $0, in: language) }
        }
        return Explanation(
            language: language, ruleset: rules.hash,
            sold: lines(recorded.basket.priced, redeemed: recorded.summary.redeemed),
            left: returned.allSatisfy { $0 == 0 }
                ? nil : lines(remaining, redeemed: summary.redeemed))
    }
}
