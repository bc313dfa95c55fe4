import PointsCore

// MARK: - Sales

extension Model {
    mutating func record(_ sale: Step.Sale) throws(No) -> Answer {
        let buyer = try checkedBuyer(of: sale)
        switch orders["\(sale.channel)/\(sale.order)"] {
        case .sold: throw No(.purchaseExists)
        case .voided(let first): return recordVoided(sale, for: buyer, after: first)
        case nil: break
        }
        if let hold = sale.hold { try openHold(hold) }
        return try sell(sale, to: buyer)
    }

    /// Who buys and may; `nil` for nobody in particular.
    func checkedBuyer(of sale: Step.Sale) throws(No) -> Int? {
        let buyer = try buyer(of: sale)
        try requireHold(of: sale, for: buyer)
        if let buyer { try requireBuyer(buyer, of: sale) }
        return buyer
    }

    /// "member may be left out or unknown only where the program allows anonymous sales; then nothing is earned", nor redeemed.
    private func buyer(of sale: Step.Sale) throws(No) -> Int? {
        let unknown = No(sale.buyer == nil ? .invalidParams : .memberUnknown)
        if let who = sale.buyer {
            do throws(No) {
                return try person(who)
            } catch {
                guard error.code == .memberUnknown else { throw error }
            }
        }
        guard policy.allowsAnonymousSales else { throw unknown }
        if asksToRedeem(sale) { throw No(.memberUnknown) }
        return nil
    }

    func asksToRedeem(_ sale: Step.Sale) -> Bool {
        sale.hold != nil || sale.redeem ?? 0 > 0
    }

    func requireHold(of sale: Step.Sale, for buyer: Int?) throws(No) {
        let placer = sale.hold.flatMap { holds[$0]?.person }
        if sale.hold != nil, buyer == nil || placer.map({ answering(for: $0) }) != buyer {
            throw No(.holdUnknown)
        }
    }

    /// "A sale from before the departure is recorded, but neither earns nor redeems".
    func requireBuyer(_ person: Int, of sale: Step.Sale) throws(No) {
        let isFromBefore = people[person]?.leftAt.map { now < $0 } ?? false
        if isFromBefore && !asksToRedeem(sale) { return }
        try requireOpen(person)
        if asksToRedeem(sale) { try requireSpender(person) }
    }

    /// A till's void may overtake its sale, and the sale "is then recorded as voided".
    private mutating func recordVoided(
        _ sale: Step.Sale, for buyer: Int?, after first: Answer
    ) -> Answer {
        let nothing = sale.basket.lines.map { _ in Int64(0) }
        if let buyer {
            settle(buyer, at: now)
            if let hold = sale.hold, !sale.keepsHold, holds[hold]?.status == .open {
                letGo(hold, of: buyer)
                holds[hold]?.status = .released
            }
        }
        purchases[step.number] = Purchase(
            person: buyer, channel: sale.channel, order: sale.order, basket: sale.basket,
            soldAt: now, earns: false, total: 0, paid: [], latest: nil, status: .voided,
            left: nothing, shipped: sale.basket.lines.map(\.quantity), redeemed: 0, grants: [],
            voidedFirst: first)
        orders["\(sale.channel)/\(sale.order)"] = .sold(step.number)
        var answer = done(buyer)
        answer.figures.merge([
            "purchase.status": Purchase.Status.voided.rawValue, "purchase.total": 0,
            "purchase.redeemed": 0, "purchase.payable": 0, "purchase.tax": 0,
            "earned.pending": 0,
        ]) { $1 }
        return answer
    }

    /// "Redeem and earn in one transaction".
    mutating func sell(_ sale: Step.Sale, to buyer: Int?) throws(No) -> Answer {
        if let buyer { settle(buyer, at: now) }
        if let hold = sale.hold, holds[hold]?.status != .open { throw No(.holdExpired) }
        let bound = sale.hold.map { heldPoints(of: $0, by: buyer) }
        let redeemed = sale.redeem ?? bound ?? 0
        try requireRedeemable(redeemed, by: sale.basket, hold: bound)
        let pieces = sale.basket.lines.map(\.quantity)
        let earns = earns(buyer)
        let terms = terms(of: buyer)
        let earned =
            earns
            ? earnings(of: sale.basket, pieces, redeemed: redeemed, on: terms) : Earned()
        if let buyer {
            var activities: Set<Activity> = [.purchase]
            if redeemed > 0 { activities.insert(.redeem) }
            if earned.points > 0 { activities.insert(.earn) }
            moveExpiry(of: buyer, for: activities)
        }
        let paid = try pay(redeemed, for: sale, by: buyer)
        for part in paid {
            post(part.points, on: "redeemed", of: part.lot.company)
            if let buyer { use(part.points, of: part.lot, by: buyer) }
        }
        let waits = buyer != nil && Policy.waits(in: sale.channel)
        let latest = policy.waiting(in: sale.channel).latestDays.map {
            Times.start(of: today + $0)
        }
        purchases[step.number] = Purchase(
            person: buyer, channel: sale.channel, order: sale.order, basket: sale.basket,
            soldAt: now, earns: earns, total: price(sale.basket).total, paid: paid,
            latest: waits ? latest : nil, status: waits ? .pending : .completed, left: pieces,
            shipped: waits ? pieces.map { _ in 0 } : pieces, redeemed: redeemed, grants: [],
            terms: terms)
        orders["\(sale.channel)/\(sale.order)"] = .sold(step.number)
        for (kind, points) in earned.kinds.enumerated() where points > 0 {
            give(points, of: kind, for: step.number, waits: waits)
        }
        countCapped(earned.capped, of: step.number)
        countTowardsRank(step.number)
        return answer(toSale: step.number)
    }

    /// Points earned by a purchase, waiting or at once.
    mutating func give(_ points: Int64, of kind: Int, for sale: Int, waits: Bool) {
        guard let purchase = purchases[sale], let buyer = holder(of: sale) else { return }
        let lot = lot(
            of: kind == 1, company: purchase.company, on: today, for: buyer,
            whose: purchase.person)
        // Points that nobody could tell apart are one grant.
        let known = purchase.grants.firstIndex { $0.lot == lot && $0.waits == waits }
        let place = known ?? purchase.grants.count
        if known == nil {
            purchases[sale]?.grants.append(
                Purchase.Grant(kind: kind, lot: lot, waits: waits, points: 0, counted: 0))
        }
        purchases[sale]?.grants[place].points += points
        if !waits { purchases[sale]?.grants[place].counted += points }
        post(-points, on: "issued", of: lot.company)
        if people[buyer]?.isAway == true {
            // "Late events never make a withdrawn member spendable": it joins what was left behind.
            post(points, on: "forfeited", of: lot.company)
            edit(buyer) { $0.leftBehind.add(points, to: lot) }
            lose(points, of: lot, by: buyer, for: purchase.person)
        } else if waits {
            let part = Person.Waiting(
                sale: sale, grant: place, setBy: sale, due: purchase.latest,
                points: points)
            edit(buyer) { person in
                let known = person.points.waiting.firstIndex {
                    $0.sale == sale && $0.grant == place && !$0.isScheduled
                }
                if let known {
                    person.points.waiting[known].points += points
                } else {
                    person.points.waiting.append(part)
                }
            }
        } else {
            credit(points, to: lot, of: buyer, for: purchase.person)
        }
    }

    mutating func answer(toSale sale: Int) -> Answer {
        guard let purchase = purchases[sale] else { return done(nil) }
        var answer = done(purchase.person)
        answer.figures.merge(figures(of: purchase)) { $1 }
        answer["earned.pending"] = purchase.grants.contains { $0.waits } ? 1 : 0
        for grant in purchase.grants {
            answer["earned.\(grant.lot.name(for: grant.lot.whose))"] = grant.points
            if let latest = purchase.latest {
                answer["earned.confirmsOn"] = Int64(Times.day(of: latest))
            }
        }
        return answer
    }

    /// "A provisional member earns if the program says so"; nobody in particular and who has left do not.
    func earns(_ buyer: Int?) -> Bool {
        guard let buyer, let status = self.status(of: buyer) else { return false }
        return status == .active || status == .provisional && policy.provisionalEarns
    }
}

// MARK: - Paying with points

extension Model {
    func heldPoints(of hold: Int, by person: Int?) -> Int64 {
        let holds = person.flatMap { people[$0]?.points.holds } ?? []
        return holds.first { $0.step == hold }?.lots.points ?? 0
    }

    /// "Below minimum, not a multiple of the unit, above what the basket may absorb: says the bound".
    func requireRedeemable(
        _ points: Int64, by basket: Step.Basket, hold: Int64?
    ) throws(No) {
        if let hold, points > hold {
            throw No(.redeemNotAllowed, ["max": hold, "min": 0, "unit": 1])
        }
        let most = absorbable(by: basket)
        let isAllowed =
            points == 0
            || points <= most && points >= policy.minRedeem && points % policy.redeemUnit == 0
        guard isAllowed else {
            throw No(
                .redeemNotAllowed,
                ["max": most, "min": policy.minRedeem, "unit": policy.redeemUnit])
        }
    }

    /// From the hold, what is left of it going back or staying for the next shipment; or from what is spendable.
    private mutating func pay(
        _ points: Int64, for sale: Step.Sale, by buyer: Int?
    ) throws(No) -> [(lot: Lot, points: Int64)] {
        guard let buyer else { return [] }
        guard let hold = sale.hold else { return try draw(points, from: buyer) }
        let paid = edit(buyer) { person -> [(lot: Lot, points: Int64)] in
            guard let place = person.points.holds.firstIndex(where: { $0.step == hold }) else {
                return []
            }
            let order = person.points.holds[place].lots.order(for: buyer)
            return person.points.holds[place].lots.take(points, in: order)
        }
        holds[hold]?.captured += points
        let isUsedUp = heldPoints(of: hold, by: buyer) == 0
        if !sale.keepsHold || isUsedUp {
            letGo(hold, of: buyer)
            holds[hold]?.status = .captured
        }
        return paid
    }
}
