// MARK: - What comes back

extension Desk {
    /// Pieces of a purchase come back; `nil` for everything that is left.
    ///
    /// The remaining basket is evaluated again under the rules and the standing of the sale. What it no longer earns is
    /// clawed back, what it can no longer absorb of the redeemed points goes back to the lots it came from. So
    /// the order of part returns does not matter, and after the last piece nothing is earned and nothing redeemed.
    package mutating func takeBack(
        _ pieces: [NamedPieces]?, of purchase: Purchase, rules: Ruleset
    ) throws(Refusal) {
        try require(pieces, of: purchase)
        let back = try PieceSelection(pieces, of: purchase, from: purchase.left)
        let purchase = try settled(purchase)
        try append(returned: back, of: purchase, rules: rules, isVoid: false)
    }

    /// Everything is undone: on the business day of the sale, or before any of it was shipped.
    package mutating func void(_ purchase: Purchase, rules: Ruleset) throws(Refusal) {
        try require(nil, of: purchase)
        guard isVoidable(purchase) else {
            let soldOn = situation.calendar.businessDay(of: purchase.occurredAt)
            throw .purchaseClosed(
                purchase.id,
                why: "A purchase of \(soldOn) can be voided on that day only; use purchase.return.")
        }
        let purchase = try settled(purchase)
        let back = try PieceSelection(nil, of: purchase, from: purchase.left)
        try append(returned: back, of: purchase, rules: rules, isVoid: true)
    }

    /// Whether everything can still be undone: on the business day of the sale, or before any of it was shipped.
    func isVoidable(_ purchase: Purchase) -> Bool {
        situation.calendar.businessDay(of: purchase.occurredAt) == situation.today
            || purchase.shipped.allSatisfy { $0 == 0 }
    }

    /// Refuses to ship or take back pieces before they were sold, of lines that are not there, of a purchase that is over.
    func require(_ pieces: [NamedPieces]?, of purchase: Purchase) throws(Refusal) {
        try requireAfterSale(of: purchase)
        try PieceSelection.checkLines(pieces, of: purchase)
        try requireLive(purchase)
    }

    /// Nothing is shipped or comes back before it was sold.
    package func requireAfterSale(of purchase: Purchase) throws(Refusal) {
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
        return try purchase.seen(by: subject().id.number)
    }

    /// Appends what a return comes to; as a step of a replacement, what is missing is owed for the moment.
    @discardableResult
    mutating func append(
        returned back: PieceSelection, of purchase: Purchase, rules: Ruleset, isVoid: Bool,
        asStepWith stepPolicy: ShortfallPolicy? = nil
    ) throws(Refusal) -> PurchaseReturned {
        let policy = stepPolicy ?? rules.program.shortfall
        let remaining = PricedBasket(basket: purchase.recorded.basket, pieces: back.left)
        let context = purchase.context(in: rules.program.calendar)
        let burnRule = purchase.burnRule(of: rules, context: context)
        let redeemed = purchase.redeemed(left: remaining, rules: rules, under: burnRule)
        let shares = rules.shares(ofRedeemed: redeemed, in: remaining, under: burnRule)
        let day = context.businessDay
        // Who could not earn by the sale does not by a return.
        let rooms =
            context.standing.mayEarn(under: rules.program.lifecycle)
            ? self.rooms(under: rules, on: day)
                .remaining(for: purchase, of: rules.cappedRules, on: day) : nil
        let evaluation =
            rooms.map { rules.evaluate(remaining, shares: shares, in: context, rooms: $0) }
            ?? .nothing
        var plan = ReturnPlan(desk: self, purchase: purchase)
        try plan.restore(purchase.summary.redeemed - redeemed, rules: rules)
        plan.adjustEarnings(to: evaluation, of: back.left, rules: rules, policy: policy)
        let status: PurchaseStatus =
            isVoid ? .voided : back.isEverything ? .returned : .partlyReturned
        let pointValue = rules.program.pointValue
        let summary = PurchaseSummary(
            status: status, of: remaining, redeemed: redeemed, pointValue: pointValue,
            shares: shares)
        let refund = purchase.summary.payable.amount - summary.payable.amount
        let returned = PurchaseReturned(
            purchase: purchase.id, pieces: back.pieces, isVoid: isVoid,
            isStep: stepPolicy != nil, clawedBack: plan.clawedBack,
            shortfall: Shortfall(
                points: plan.shortfall, policy: policy, refund: refund, pointValue: pointValue),
            restored: plan.restored, restoredExpired: plan.restoredExpired,
            refund: Yen(refund), summary: summary, earned: plan.earned,
            confirmed: plan.confirmed, toppedUp: plan.toppedUp,
            capUses: rooms.map {
                purchase.capUses(changedBy: evaluation, under: rules, within: $0, on: day)
            } ?? [],
            buyer: member.map { $0.id.number == purchase.member ? 0 : purchase.member } ?? 0,
            tierCount: tierCount(
                returning: purchase, leaving: summary,
                earning: plan.earned.reduce(0, +) + plan.toppedUp.reduce(0) { $0 + $1.points }),
            valueChange: member == nil ? nil : ValueChange(returning: purchase, leaving: summary))
        try append(.purchaseReturned(returned), plan.postings)
        return returned
    }
}
