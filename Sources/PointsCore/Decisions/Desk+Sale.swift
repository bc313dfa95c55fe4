// MARK: - A sale

extension Desk {
    /// A basket is bought: points pay for part of it, the rest earns, in one entry.
    package mutating func record(_ sale: Sale, in channel: Channel) throws(Refusal) {
        try checkBuyer(of: sale)
        try settle()
        let hold = try openHold(sale.hold)
        let redeemed = sale.redeem ?? hold?.points ?? 0
        let basket = sale.basket.priced
        let context = saleContext(in: channel)
        try checkRedemption(redeemed, of: basket, in: context, hold: hold)
        let evaluation = evaluate(basket, redeemed: redeemed, in: context)
        let grants = self.grants(for: evaluation, in: channel)
        var postings: [Posting] = []
        if let hold {
            postings += capture(redeemed, of: hold)
        } else if redeemed > 0 {
            postings += try draw(redeemed).flatMap { $0.leavingPostings(for: Account.redeemed) }
        }
        if let member {
            postings += earningPostings(for: grants, of: nextPosition, wallet: member.wallet)
        }
        let isPending = grants.contains { $0.isPending }
        try append(
            .purchaseRecorded(
                PurchaseRecorded(
                    order: sale.order, basket: sale.basket, standing: context.standing,
                    hold: hold?.id,
                    summary: summary(
                        of: basket, redeemed: redeemed,
                        status: isPending || waits(in: channel) ? .pending : .completed),
                    grants: grants, awards: evaluation.awards)),
            postings)
    }

    /// Refuses who may not buy, or not pay with points.
    ///
    /// A sale from before a member left is recorded all the same, but neither earns nor redeems.
    package func checkBuyer(of sale: Sale) throws(Refusal) {
        guard let member else { return }
        let asksToRedeem = sale.hold != nil || (sale.redeem ?? 0) > 0
        if let departure = member.departure, situation.now < departure.at, !asksToRedeem { return }
        try requireOpen()
        if asksToRedeem { try requireSpender() }
    }

    /// What a basket would earn and how much of it points may pay; nothing is kept of it.
    package mutating func quote(
        _ sale: Sale, in channel: Channel
    ) throws(Refusal) -> (evaluation: Evaluation, redeemable: Redeemable, payable: Yen) {
        try checkBuyer(of: sale)
        try settle()
        let hold = try openHold(sale.hold)
        let basket = sale.basket.priced
        let context = saleContext(in: channel)
        let redeemed = sale.redeem ?? hold?.points ?? 0
        try checkRedemption(redeemed, of: basket, in: context, hold: hold)
        if redeemed > 0, hold == nil { _ = try draw(redeemed) }
        let bounds = situation.rules.redeemable(of: basket, in: context)
        let maySpend =
            member?.status == .active || situation.program.lifecycle.provisionalRedeems
        let spendable =
            maySpend ? member.map { $0.wallet.spendable(on: situation.today) } ?? 0 : 0
        return (
            evaluate(basket, redeemed: redeemed, in: context),
            bounds.limited(to: spendable),
            Yen(basket.total - redeemed * situation.program.pointValue)
        )
    }

    private func openHold(_ id: JournalPosition?) throws(Refusal) -> Hold? {
        guard let id else { return nil }
        guard let hold = try subject().wallet.hold(id) else { throw .holdExpired(id) }
        return hold
    }

    private func saleContext(in channel: Channel) -> SaleContext {
        SaleContext(
            channel: channel.name, company: channel.company, store: situation.cause.store,
            terminal: situation.cause.terminal, businessDay: situation.today,
            minuteOfDay: situation.calendar.minuteOfDay(at: situation.now),
            standing: member?.standing ?? .anonymous)
    }

    private func evaluate(
        _ basket: PricedBasket, redeemed: Int64, in context: SaleContext
    ) -> Evaluation {
        guard let status = member?.status,
            status == .active
                || (status == .provisional && situation.program.lifecycle.provisionalEarns)
        else { return Evaluation(awards: [], portions: []) }
        return situation.rules.evaluate(basket, redeemed: redeemed, in: context)
    }

    private func waits(in channel: Channel) -> Bool {
        if case .onConfirm = channel.pending { member != nil } else { false }
    }
}

// MARK: - Paying with points

extension Desk {
    private func checkRedemption(
        _ redeemed: Int64, of basket: PricedBasket, in context: SaleContext, hold: Hold?
    ) throws(Refusal) {
        if let hold, redeemed > hold.points {
            throw .redeemNotAllowed(
                max: hold.points, min: 0, unit: 1,
                why: "The hold has \(hold.points) points; \(redeemed) were to pay.")
        }
        guard redeemed > 0 else { return }
        let bounds = situation.rules.redeemable(of: basket, in: context)
        if let why = bounds.objection(to: redeemed) {
            throw .redeemNotAllowed(
                max: bounds.max, min: bounds.min, unit: bounds.unit, why: why)
        }
    }

    /// So many points of the hold pay, soonest expiry first; the rest goes back to its lots.
    private func capture(_ redeemed: Int64, of hold: Hold) -> [Posting] {
        var missing = redeemed
        var postings: [Posting] = []
        for lot in hold.lots {
            let paid = min(missing, lot.points)
            missing -= paid
            postings.append(Posting(.held, -lot.points, lot: lot.terms, owner: hold.id))
            if paid > 0 {
                postings.append(Posting(.redeemed(company: lot.terms.company), paid))
            }
            if lot.points > paid {
                postings.append(
                    Posting(.available, lot.points - paid, lot: lot.terms, owner: hold.id))
            }
        }
        return postings
    }

    func summary(
        of basket: PricedBasket, redeemed: Int64, status: PurchaseStatus
    ) -> PurchaseSummary {
        PurchaseSummary(
            status: status, total: Yen(basket.total), redeemed: redeemed,
            payable: Yen(basket.total - redeemed * situation.program.pointValue),
            tax: Yen(basket.tax))
    }
}

// MARK: - Earning

extension Desk {
    /// The evaluation as grants of the channel's company, pending as the channel's policy says.
    private func grants(for evaluation: Evaluation, in channel: Channel) -> [PurchaseGrant] {
        evaluation.portions.filter { $0.points > 0 }.map { portion in
            PurchaseGrant(
                terms: LotTerms(
                    pointClass: portion.pointClass, company: channel.company,
                    grantedOn: situation.today,
                    expiresOn: portion.validity.expiry(grantedOn: situation.today)),
                validity: portion.validity, points: portion.points,
                isPending: waits(in: channel), confirmsAt: latestConfirmation(in: channel))
        }
    }

    private func latestConfirmation(in channel: Channel) -> Instant? {
        guard case .onConfirm(_, let latestDays?) = channel.pending else { return nil }
        return situation.calendar.start(of: situation.today.adding(days: latestDays))
    }

    func earningPostings(
        for grants: [PurchaseGrant], of purchase: JournalPosition, wallet: Wallet
    ) -> [Posting] {
        let atOnce = grants.filter { !$0.isPending }
        let pending = grants.filter(\.isPending).flatMap { grant in
            [
                Posting(.issued(company: grant.terms.company), -grant.points),
                Posting(.pending, grant.points, lot: grant.terms, owner: purchase),
            ]
        }
        return wallet.issuePostings(for: atOnce.map { Lot(terms: $0.terms, points: $0.points) })
            + pending
    }
}
