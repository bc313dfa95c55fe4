// MARK: - Ranks

extension Desk {
    /// What a sale counts towards the buyer's rank, and the rank that it takes them to.
    ///
    /// What earns nothing counts nothing: nobody's purchases, those of a card that does not earn, and those from before a
    /// departure or from before a coming back that began anew. A web order counts when it is recorded; whatever of it comes
    /// back is taken off again.
    func tierStep(
        for summary: PurchaseSummary, earning points: Int64, in channel: Channel
    ) -> TierStep? {
        guard let policy = situation.rules.tiers, let member, mayEarn,
            policy.counts(channel.name), situation.now >= member.tiers.startedAt
        else { return nil }
        let amount = policy.metric.worth(of: summary, earning: points)
        guard amount > 0 else { return nil }
        return policy.step(
            counting: amount, for: member.tiers,
            mayRise: member.status(at: situation.now) == .active,
            at: situation.now, in: situation.calendar)
    }

    /// What a return takes off again, in the month of the sale and of what the sale counted.
    func tierCount(
        returning purchase: Purchase, leaving summary: PurchaseSummary, earning points: Int64
    ) -> TierCount? {
        guard let member, let counted = purchase.recorded.tierStep?.count else { return nil }
        // What came in with another member counts if it counted there.
        let theirs = member.absorbed.first { $0.numbers.contains(purchase.member) }
        if let theirs, purchase.id <= theirs.estate.countsSince { return nil }
        let before = counted.metric.worth(of: purchase.summary, earning: purchase.earned)
        let after = counted.metric.worth(of: summary, earning: points)
        guard after != before else { return nil }
        return TierCount(metric: counted.metric, month: counted.month, amount: after - before)
    }

    /// What comes back without a receipt is taken off the month in which it comes back, as if it were sold in it.
    func tierCount(
        returningUnreceipted basket: PricedBasket, earning points: Int64, in channel: Channel
    ) -> TierCount? {
        guard let policy = situation.rules.tiers, member != nil, policy.counts(channel.name),
            policy.metric != .visits
        else { return nil }
        let summary = PurchaseSummary(
            status: .completed, of: basket, redeemed: 0, pointValue: situation.program.pointValue,
            shares: basket.gross.map { _ in 0 })
        let amount = policy.metric.worth(of: summary, earning: points)
        guard amount > 0 else { return nil }
        return TierCount(
            metric: policy.metric, month: situation.today.firstOfMonth, amount: -amount)
    }

    /// The context of a sale; where the sale itself counts towards the rank by which it is judged, with the rank that it
    /// reaches.
    func saleContext(
        in channel: Channel, buying basket: PricedBasket, redeemed: Int64,
        paidBy paymentMethod: String?
    ) -> SaleContext {
        let context = saleContext(in: channel, paidBy: paymentMethod)
        let rules = situation.rules
        guard let policy = rules.tiers, policy.countsCurrentOrder else { return context }
        let rule = rules.burnRule(for: context, basket: basket)
        // What is asked for beyond the bounds is refused later; here it only must not pay.
        let paid = min(redeemed, rules.redeemable(of: basket, under: rule).max)
        let summary = PurchaseSummary(
            status: .completed, of: basket, redeemed: paid, pointValue: rules.program.pointValue,
            shares: rules.shares(ofRedeemed: paid, in: basket, under: rule))
        let reached = tierStep(for: summary, earning: 0, in: channel)?.standing?.tier
        guard policy.place(of: reached) > policy.place(of: context.standing.tier) else {
            return context
        }
        return saleContext(in: channel, as: reached, paidBy: paymentMethod)
    }

    /// Writes down the review of the day after a rank was kept.
    mutating func reviewTier(keptThrough last: CivilDate, at due: Instant) throws(Refusal) {
        let record = try subject().tiers
        guard let held = record.standing else { return }
        let standing = situation.tiers.reviewed(
            record, keptThrough: last, in: situation.calendar)
        try append(
            .tierReviewed(TierReviewed(from: held.tier, standing: standing)), [], due: due,
            on: situation.calendar.businessDay(of: due))
    }
}
