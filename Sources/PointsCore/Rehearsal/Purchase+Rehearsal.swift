// MARK: - Judged by any rules

extension Purchase {
    /// What the rules under which it was sold make of it now, with what caps really left for what is
    /// left of it.
    package func rehearsedAsSold(under rules: Ruleset, left: PricedBasket) -> RehearsedOutcome {
        rehearsed(
            under: rules, in: context(in: rules.program.calendar), left: left,
            rooms: RuleRooms(of: self))
    }

    /// What a set of rules makes of the sale: of the points that paid when it was sold, and of what is left of it.
    ///
    /// As many points pay for what is left as are booked for it, as far as it costs that much under these rules; where no
    /// redemption rule applies, nothing counts as paid with points.
    ///
    /// - Parameters:
    ///   - rules: Any set of rules.
    ///   - context: Where, when and to whom it was sold.
    ///   - left: What is left of the basket.
    ///   - rooms: What caps over several orders leave for it.
    /// - Returns: Points by rule, and what stands in the way of those that paid.
    func rehearsed(
        under rules: Ruleset, in context: SaleContext, left: PricedBasket, rooms: RuleRooms
    ) -> RehearsedOutcome {
        let burnRule = burnRule(of: rules, context: context)
        let evaluation = evaluation(
            of: left, under: rules, burnRule: burnRule, in: context, rooms: rooms)
        return RehearsedOutcome(
            awards: evaluation.awards, points: evaluation.points,
            pointValue: rules.program.pointValue,
            obstacle: obstacle(under: rules, burnRule: burnRule, left: left))
    }

    private func evaluation(
        of left: PricedBasket, under rules: Ruleset, burnRule: BurnRule?, in context: SaleContext,
        rooms: RuleRooms
    ) -> Evaluation {
        guard context.standing.mayEarn(under: rules.program.lifecycle),
            left.pieces.contains(where: { $0 > 0 })
        else { return .nothing }
        let redeemed = min(summary.redeemed, left.total / rules.program.pointValue)
        let shares = rules.shares(ofRedeemed: redeemed, in: left, under: burnRule)
        return rules.evaluate(left, shares: shares, in: context, rooms: rooms)
    }

    private func obstacle(
        under rules: Ruleset, burnRule: BurnRule?, left: PricedBasket
    ) -> Redeemable.Obstacle? {
        guard recorded.summary.redeemed > 0 else { return nil }
        let isWhole = returned.allSatisfy { $0 == 0 }
        let sold = isWhole ? left : recorded.basket.priced
        return rules.redeemable(of: sold, under: burnRule).obstacle(to: recorded.summary.redeemed)
    }
}
