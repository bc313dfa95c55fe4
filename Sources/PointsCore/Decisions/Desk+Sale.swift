// MARK: - A sale

extension Desk {
    /// A basket is bought: points pay for part of it, the rest earns, in one entry.
    ///
    /// It may take the place of a purchase that has just come back, and then may have its order number.
    package mutating func record(
        _ sale: Sale, in channel: Channel, takesOrderFrom: JournalPosition? = nil,
        replacing replaced: ReturnedForSale? = nil
    ) throws(Refusal) {
        try checkBuyer(of: sale)
        try settle()
        let named = try openHold(sale.hold)
        let redeemed = sale.redeem ?? named?.points ?? 0
        let basket = sale.basket.priced
        let context = saleContext(
            in: channel, buying: basket, redeemed: redeemed, paidBy: sale.paymentMethod)
        let burnRule = situation.rules.burnRule(for: context, basket: basket)
        try checkRedemption(redeemed, of: basket, under: burnRule, hold: named)
        let shares = situation.rules.shares(ofRedeemed: redeemed, in: basket, under: burnRule)
        let rooms = self.rooms
        let evaluation = evaluate(basket, shares: shares, in: context, under: rooms)
        try moveExpiry(for: activities(redeemed: redeemed, earned: evaluation.points))
        let grants = try self.grants(for: evaluation, in: channel)
        // Activity may have moved the lots of the hold on.
        let hold = try openHold(sale.hold)
        var postings: [Posting] = []
        if let hold {
            postings += capture(redeemed, of: hold, keepingRest: sale.keepsHold)
        } else if redeemed > 0 {
            postings += try draw(redeemed).flatMap { $0.leavingPostings(for: Account.redeemed) }
        }
        if let member {
            postings += earningPostings(for: grants, of: nextPosition, wallet: member.wallet)
        }
        let replacement = replaced.map { $0.settled(against: &postings) }
        let summary = PurchaseSummary(
            status: waits(in: channel) ? .pending : .completed, of: basket, redeemed: redeemed,
            pointValue: situation.program.pointValue, shares: shares)
        try append(
            .purchaseRecorded(
                PurchaseRecorded(
                    order: sale.order, soldOn: situation.today, previous: trail.purchases,
                    basket: sale.basket, standing: context.standing,
                    hold: hold?.id,
                    keepsHold: sale.keepsHold && redeemed < hold?.points ?? 0,
                    replacement: replacement, takesOrderFrom: takesOrderFrom,
                    summary: summary, grants: grants, awards: evaluation.awards,
                    paymentMethod: sale.paymentMethod,
                    capUses: mayEarn
                        ? rooms.uses(
                            of: evaluation.awards, by: situation.rules.cappedRules,
                            on: context.businessDay) : [],
                    tierStep: tierStep(for: summary, earning: evaluation.points, in: channel))),
            postings)
    }

    /// A sale arrives whose order was voided before: it is written down and comes to nothing; the hold that was to pay is let
    /// go.
    package mutating func recordVoided(
        _ sale: Sale, in channel: Channel, by voided: JournalPosition
    ) throws(Refusal) {
        try settle()
        let named = sale.keepsHold ? nil : sale.hold
        let hold = named.flatMap { member?.wallet.hold($0) }
        try append(
            .purchaseRecorded(
                PurchaseRecorded(
                    order: sale.order, soldOn: situation.today, previous: trail.purchases,
                    basket: sale.basket, standing: standing, hold: hold?.id,
                    takesOrderFrom: voided,
                    summary: PurchaseSummary(
                        status: .voided, total: Yen(0), redeemed: 0, payable: Yen(0), tax: Yen(0)),
                    grants: [], awards: [], paymentMethod: sale.paymentMethod)),
            hold.map { capture(0, of: $0, keepingRest: false) } ?? [])
    }

    private func activities(redeemed: Int64, earned: Int64) -> Set<Activity> {
        var activities: Set<Activity> = [.purchase]
        if redeemed > 0 { activities.insert(.redeem) }
        if earned > 0 { activities.insert(.earn) }
        return activities
    }

    /// Refuses who may not buy, or not pay with points.
    ///
    /// A sale from before a member left is recorded all the same, but neither earns nor redeems.
    package func checkBuyer(of sale: Sale) throws(Refusal) {
        guard member != nil else { return }
        let asksToRedeem = sale.hold != nil || (sale.redeem ?? 0) > 0
        if asksToRedeem { try requireSpender() } else { try requireOpenThen() }
    }

    /// What a basket would earn and how much of it points may pay; nothing is kept of it.
    package mutating func quote(
        _ sale: Sale, in channel: Channel
    ) throws(Refusal) -> (evaluation: Evaluation, redeemable: Redeemable, payable: Yen) {
        try checkBuyer(of: sale)
        try settle()
        let hold = try openHold(sale.hold)
        let basket = sale.basket.priced
        let redeemed = sale.redeem ?? hold?.points ?? 0
        let context = saleContext(
            in: channel, buying: basket, redeemed: redeemed, paidBy: sale.paymentMethod)
        let burnRule = situation.rules.burnRule(for: context, basket: basket)
        try checkRedemption(redeemed, of: basket, under: burnRule, hold: hold)
        if redeemed > 0, hold == nil { _ = try draw(redeemed) }
        let bounds = situation.rules.redeemable(of: basket, under: burnRule)
        let shares = situation.rules.shares(ofRedeemed: redeemed, in: basket, under: burnRule)
        let spendable = try maySpend ? subject().wallet.spendable(on: situation.today) : 0
        return (
            evaluate(basket, shares: shares, in: context, under: rooms),
            bounds.limited(to: spendable),
            Yen(basket.total - redeemed * situation.program.pointValue)
        )
    }

    private func openHold(_ id: JournalPosition?) throws(Refusal) -> Hold? {
        guard let id else { return nil }
        guard let hold = try subject().wallet.hold(id) else { throw .holdExpired(id) }
        return hold
    }

    /// Where, when and to whom a sale is made, to somebody of another rank than the member's if one is named.
    func saleContext(
        in channel: Channel, as tier: String? = nil, paidBy paymentMethod: String? = nil
    ) -> SaleContext {
        context(in: channel.name, of: channel.company, as: tier, paidBy: paymentMethod)
    }

    /// The same of anything that a member does, in a channel or in none.
    func context(
        in channel: String?, of company: String, as tier: String? = nil,
        paidBy paymentMethod: String? = nil
    ) -> SaleContext {
        var standing = standing
        standing.tier = tier ?? standing.tier
        return SaleContext(
            channel: channel ?? "", company: company, store: situation.cause.store,
            terminal: situation.cause.terminal, paymentMethod: paymentMethod,
            businessDay: situation.today,
            minuteOfDay: situation.calendar.minuteOfDay(at: situation.now),
            standing: standing)
    }

    /// What rules may know of the member now.
    private var standing: Standing {
        guard let member else { return .anonymous }
        return member.standing(
            under: situation.rules.tiers, at: situation.now, traits: traits)
    }

    /// Where what the member did begins; nothing for nobody.
    private var trail: CustomerTrail { member?.trail ?? CustomerTrail() }

    /// What the member earns by a basket; nothing who may not.
    func evaluate(
        _ basket: PricedBasket, shares: [Int64], in context: SaleContext, under rooms: RuleRooms
    ) -> Evaluation {
        mayEarn
            ? situation.rules.evaluate(basket, shares: shares, in: context, rooms: rooms) : .nothing
    }

    /// What caps over several orders leave now, the entries of this command counted.
    var rooms: RuleRooms { rooms(under: situation.rules, on: situation.today) }

    /// The same of a set of rules for a day.
    func rooms(under rules: Ruleset, on day: CivilDate) -> RuleRooms {
        guard !rules.cappedRules.isEmpty else { return .untouched }
        var budgets = situation.budgets
        for use in entries.flatMap(\.event.capUses) { budgets.add(use) }
        return RuleRooms(
            leftTo: rules.cappedRules, on: day, given: member?.capCounts ?? CapCounts(),
            budgets: budgets)
    }

    /// Whether what the member buys earns.
    var mayEarn: Bool {
        member?.status(at: situation.now).mayEarn(under: situation.program.lifecycle) ?? false
    }

    private func waits(in channel: Channel) -> Bool {
        if case .onConfirm = channel.pending { member != nil } else { false }
    }
}

// MARK: - Paying with points

extension Desk {
    private func checkRedemption(
        _ redeemed: Int64, of basket: PricedBasket, under burnRule: BurnRule?, hold: Hold?
    ) throws(Refusal) {
        if let hold, redeemed > hold.points {
            throw .redeemNotAllowed(
                max: hold.points, min: 0, unit: 1,
                why: "The hold has \(hold.points) points; \(redeemed) were to pay.")
        }
        guard redeemed > 0 else { return }
        let bounds = situation.rules.redeemable(of: basket, under: burnRule)
        if let why = bounds.objection(to: redeemed) {
            throw .redeemNotAllowed(
                max: bounds.max, min: bounds.min, unit: bounds.unit, why: why)
        }
    }

    /// So many points of the hold pay, soonest expiry first; the rest goes back to its lots or stays held.
    private func capture(
        _ redeemed: Int64, of hold: Hold, keepingRest: Bool
    ) -> [Posting] {
        var missing = redeemed
        var postings: [Posting] = []
        for lot in hold.lots {
            let paid = min(missing, lot.points)
            missing -= paid
            let leaving = keepingRest ? paid : lot.points
            guard leaving > 0 else { break }
            postings.append(Posting(.held, -leaving, lot: lot.terms, owner: hold.id))
            if paid > 0 {
                postings.append(Posting(.redeemed(company: lot.terms.company), paid))
            }
            if leaving > paid {
                postings.append(
                    Posting(.available, leaving - paid, lot: lot.terms, owner: hold.id))
            }
        }
        return postings
    }
}

// MARK: - Earning

extension Desk {
    /// The evaluation as grants of the channel's company, pending as the channel's policy says.
    private func grants(
        for evaluation: Evaluation, in channel: Channel
    ) throws(Refusal) -> [PurchaseGrant] {
        let earning = evaluation.portions.filter { $0.points > 0 }
        guard !earning.isEmpty else { return [] }
        let wallet = try subject().wallet
        return earning.map { portion in
            let pending = portion.pending ?? channel.pending
            return PurchaseGrant(
                terms: wallet.terms(
                    for: portion.pointClass, of: channel.company, grantedOn: situation.today,
                    validity: portion.validity),
                validity: portion.validity, points: portion.points,
                isPending: pending != .atOnce,
                confirmsAt: pending.latestConfirmation(
                    ofSaleOn: situation.today, in: situation.calendar))
        }
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
