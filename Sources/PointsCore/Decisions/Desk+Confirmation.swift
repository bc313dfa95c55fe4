// MARK: - Shipment

extension Desk {
    /// Pieces of a purchase were shipped; `nil` for everything that is left.
    ///
    /// What the shipped part of the basket earns by itself counts now, or so many days from now, as its channel's policy
    /// says. With the last piece all that waits comes true, so that parts add up to the whole.
    package mutating func confirm(
        _ pieces: [NamedPieces]?, of purchase: Purchase, rules: Ruleset
    ) throws(Refusal) {
        try require(pieces, of: purchase)
        guard !purchase.isConfirmed || !unscheduled(of: purchase, rules: rules).isEmpty else {
            throw .purchaseClosed(purchase.id, why: "The purchase is confirmed already.")
        }
        let shipment = try PieceSelection(pieces, of: purchase, from: purchase.unshipped)
        let purchase = try settled(purchase)
        try moveExpiry(for: [.confirm])
        let waiting = unscheduled(of: purchase, rules: rules)
        let ripe =
            shipment.isEverything
            ? waiting : ripened(of: purchase, by: shipment, waiting: waiting, rules: rules)
        let dueAt = ripe.isEmpty ? nil : dueDate(of: purchase, rules: rules)
        let postings: [Posting]
        if dueAt == nil {
            postings = member?.wallet.confirmationPostings(for: ripe, on: situation.today) ?? []
        } else {
            postings = ripe.flatMap { grant in
                [
                    Posting(.pending, grant.points, lot: grant.terms, owner: nextPosition),
                    Posting(.pending, -grant.points, lot: grant.terms, owner: grant.owner),
                ]
            }
        }
        let isDone = shipment.isEverything && purchase.summary.status == .pending
        try append(
            .purchaseConfirmed(
                PurchaseConfirmed(
                    purchase: purchase.id, pieces: shipment.pieces,
                    points: ripe.reduce(0) { $0 + $1.points }, dueAt: dueAt,
                    summary: purchase.summary.with(
                        status: isDone ? .completed : purchase.summary.status))),
            postings)
    }

    /// Pending points of a purchase that wait for its shipment, and for which nobody has said when they count.
    private func unscheduled(of purchase: Purchase, rules: Ruleset) -> [PendingGrant] {
        guard case .onConfirm? = rules.program.channels[purchase.channel]?.pending else {
            return []
        }
        return member?.wallet.pendingGrants.filter {
            $0.owner == purchase.id && rules.pendingByClass[$0.terms.pointClass] == nil
        } ?? []
    }

    /// What of the waiting points comes true by a shipment that leaves something to ship.
    private func ripened(
        of purchase: Purchase, by shipment: PieceSelection, waiting: [PendingGrant],
        rules: Ruleset
    ) -> [PendingGrant] {
        let sold = purchase.remaining
        let shipped = PricedBasket(
            basket: purchase.recorded.basket,
            pieces: zip(purchase.left, shipment.left).map { $0 - $1 })
        let context = purchase.context(in: rules.program.calendar)
        let burnRule = purchase.burnRule(of: rules, context: context)
        // Each part carries its share of the redeemed points, as far as points may pay for it.
        func payable(_ basket: PricedBasket) -> Int128 {
            burnRule?.payableAmounts(of: basket).reduce(0) { $0 + Int128($1) } ?? 0
        }
        let redeemed = Int64(
            Int128(purchase.summary.redeemed) * payable(shipped) / max(payable(sold), 1))
        let shares = rules.shares(ofRedeemed: redeemed, in: shipped, under: burnRule)
        let evaluation = rules.evaluate(
            shipped, shares: shares, in: context, rooms: RuleRooms(of: purchase))
        let targets = purchase.distribute(evaluation, in: rules.program.calendar).points
        return waiting.compactMap { part in
            var (earned, target): (Int64, Int64) = (0, 0)
            for (grant, points) in zip(purchase.grants, targets)
            where grant.isPending && grant.terms == part.terms {
                earned += grant.points
                target += points
            }
            var ripe = part
            let scheduled = earned - part.points
            ripe.points = min(part.points, target - scheduled)
            return ripe.points > 0 ? ripe : nil
        }
    }

    /// When points confirmed now count: so many days from now, at the latest so many after the sale; `nil` for at once.
    private func dueDate(of purchase: Purchase, rules: Ruleset) -> Instant? {
        let policy = rules.program.channels[purchase.channel]?.pending
        guard case .onConfirm(let afterDays, _)? = policy, afterDays > 0 else { return nil }
        let due = situation.calendar.start(of: situation.today.adding(days: afterDays))
        return min(due, purchase.latestConfirmation(under: rules) ?? due)
    }

    /// Refuses a purchase that is over.
    package func requireLive(_ purchase: Purchase) throws(Refusal) {
        switch purchase.summary.status {
        case .returned:
            throw .purchaseClosed(purchase.id, why: "All of the purchase came back already.")
        case .voided: throw .purchaseClosed(purchase.id, why: "The purchase was voided.")
        case .pending, .completed, .partlyReturned: break
        }
    }
}
