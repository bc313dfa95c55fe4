// MARK: - What comes back

extension Desk {
    /// Pieces of a purchase come back; `nil` for everything that is left.
    ///
    /// The remaining basket is evaluated again under the rules and the standing of the sale. What it no longer earns is
    /// clawed back, what it can no longer absorb of the redeemed points goes back to the lots it came from. So
    /// the order of part returns does not matter, and after the last piece nothing is earned and nothing redeemed.
    package mutating func takeBack(
        _ pieces: [ReturnPurchase.Pieces]?, of purchase: Purchase, rules: Ruleset
    ) throws(Refusal) {
        try requireAfterSale(of: purchase)
        try ReturnedPieces.checkLines(pieces, of: purchase)
        try requireLive(purchase)
        let back = try ReturnedPieces(pieces, of: purchase)
        let purchase = try settled(purchase)
        try append(returned: back, of: purchase, rules: rules, isVoid: false)
    }

    /// Everything is undone: on the business day of the sale, or before the purchase is confirmed.
    package mutating func void(_ purchase: Purchase, rules: Ruleset) throws(Refusal) {
        try requireAfterSale(of: purchase)
        try requireLive(purchase)
        let soldOn = situation.calendar.businessDay(of: purchase.occurredAt)
        guard soldOn == situation.today || !purchase.isConfirmed else {
            throw .purchaseClosed(
                purchase.id,
                why: "A purchase of \(soldOn) can be voided on that day only; use purchase.return.")
        }
        let purchase = try settled(purchase)
        let back = try ReturnedPieces(nil, of: purchase)
        try append(returned: back, of: purchase, rules: rules, isVoid: true)
    }

    /// Nothing comes back before it was sold.
    private func requireAfterSale(of purchase: Purchase) throws(Refusal) {
        guard situation.now >= purchase.occurredAt else {
            throw .invalidParams(
                pointer: "/occurredAt", expected: "at the time of the sale or later")
        }
    }

    /// Writes down what is due; the purchase as that leaves it, its pending points having come true perhaps.
    package mutating func settled(_ purchase: Purchase) throws(Refusal) -> Purchase {
        guard member != nil else { return purchase }
        try settle()
        var purchase = purchase
        do throws(LedgerFault) {
            for entry in entries where entry.event.purchase == purchase.id {
                try purchase.apply(entry)
            }
        } catch {
            throw .internalFault(error.message)
        }
        return purchase
    }

    private mutating func append(
        returned back: ReturnedPieces, of purchase: Purchase, rules: Ruleset, isVoid: Bool
    ) throws(Refusal) {
        let remaining = purchase.recorded.basket.remaining(after: back.total)
        let context = purchase.context(in: rules.program.calendar)
        let burnRule = purchase.burnRule(of: rules, context: context)
        let redeemed = purchase.redeemed(left: remaining, rules: rules, under: burnRule)
        let evaluation =
            purchase.member == Entry.programMember
            ? Evaluation(awards: [], portions: [])
            : rules.evaluate(remaining, redeemed: redeemed, under: burnRule, in: context)
        var plan = ReturnPlan(desk: self, purchase: purchase)
        try plan.restore(purchase.summary.redeemed - redeemed, program: rules.program)
        try plan.adjustEarnings(to: evaluation, policy: rules.program.shortfall)
        let status: PurchaseStatus =
            isVoid ? .voided : back.isEverything ? .returned : .partlyReturned
        let payable = remaining.total - redeemed * rules.program.pointValue
        let refund = purchase.summary.payable.amount - payable
        // More than goes back cannot be kept back; what is left of a shortfall is written off.
        let kept =
            rules.program.shortfall == .refund
            ? max(0, min(plan.shortfall * rules.program.pointValue, refund)) : 0
        try append(
            .purchaseReturned(
                PurchaseReturned(
                    purchase: purchase.id, pieces: back.pieces, isVoid: isVoid,
                    clawedBack: plan.clawedBack, shortfall: plan.shortfall,
                    shortfallPolicy: rules.program.shortfall, keptFromRefund: Yen(kept),
                    restored: plan.restored,
                    restoredExpired: plan.restoredExpired,
                    refund: Yen(refund),
                    summary: PurchaseSummary(
                        status: status, total: Yen(remaining.total), redeemed: redeemed,
                        payable: Yen(payable), tax: Yen(remaining.tax)),
                    earned: plan.earned, toppedUp: plan.toppedUp)),
            plan.postings)
    }
}
