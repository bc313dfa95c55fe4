import PointsCore

// MARK: - Earned points

extension Model {
    /// "A return takes points that wait before points that count", and of those the purchase's own before others in
    /// consumption order; "Points lost by leaving are not taken twice".
    mutating func clawBack(
        _ points: Int64, ofGrant grant: Int, of sale: Int, missingIsOwed: Bool,
        into returned: inout Returned
    ) {
        guard let purchase = purchases[sale], let person = holder(of: sale) else { return }
        let company = purchase.company
        let earned = purchase.grants[grant]
        let waiting = people[person]?.points.waiting ?? []
        let there = waiting.reduce(0) {
            $0 + ($1.sale == sale && $1.grant == grant ? $1.points : 0)
        }
        // What leaving has cancelled goes after what waits: it is not there to take.
        let cancelled = max(0, earned.points - earned.counted - there)
        let waited = takeWaiting(points, ofGrant: grant, of: sale, from: person)
        let due = min(max(0, points - waited - cancelled), earned.counted)
        purchases[sale]?.grants[grant].counted -= due
        post(waited + due, on: "issued", of: company)
        returned.clawedBack += waited + due
        let missing = due - takeCounted(due, ofGrant: grant, of: purchase, from: person)
        returned.missing += missing
        if missingIsOwed || policy.shortfall == .debt {
            edit(person) { $0.points.owed += missing }
        } else {
            post(-missing, on: "adjusted", of: company)
        }
    }

    /// What nobody has confirmed yet before what has its day.
    private mutating func takeWaiting(
        _ points: Int64, ofGrant grant: Int, of sale: Int, from person: Int
    ) -> Int64 {
        edit(person) { person in
            var missing = points
            for isScheduled in [false, true] {
                for place in person.points.waiting.indices {
                    let part = person.points.waiting[place]
                    guard part.sale == sale, part.grant == grant,
                        part.isScheduled == isScheduled
                    else { continue }
                    let taken = min(missing, part.points)
                    missing -= taken
                    person.points.waiting[place].points -= taken
                }
            }
            person.points.waiting.removeAll { $0.points == 0 }
            return points - missing
        }
    }

    /// Tells how many were there to take: lost for good by leaving, in the own lots, in other lots.
    private mutating func takeCounted(
        _ points: Int64, ofGrant grant: Int, of purchase: Purchase, from person: Int
    ) -> Int64 {
        let earned = purchase.grants[grant]
        let opened = purchase.opened.filter { $0.isLimited == earned.lot.isLimited }
        let own = earned.waits ? opened : [earned.lot]
        func isOwn(_ lot: Lot) -> Bool { own.contains { lot.isSameGrant(as: $0) } }
        let isAway = people[person]?.isAway == true
        var missing = points
        if !isAway {
            let forgone = people[person]?.forgone.order(for: person).filter(isOwn) ?? []
            let lost = edit(person) { person in
                person.forgone.take(missing, in: forgone)
            }
            for (lot, points) in lost {
                post(-points, on: "forfeited", of: lot.company)
                lose(-points, of: lot, by: person, for: purchase.person)
                missing -= points
            }
        }
        let there = (isAway ? people[person]?.leftBehind : people[person]?.points.lots) ?? [:]
        let lots = consumption(of: there, by: person)
        let order = lots.filter(isOwn) + lots.filter { !isOwn($0) }
        let taken = edit(person) { person in
            isAway
                ? person.leftBehind.take(missing, in: order)
                : person.points.lots.take(missing, in: order)
        }
        for (lot, points) in taken {
            missing -= points
            if isAway {
                post(-points, on: "forfeited", of: lot.company)
                lose(-points, of: lot, by: person, for: purchase.person)
            } else {
                use(points, of: lot, by: person, for: purchase.person)
            }
        }
        return points - missing
    }
}

// MARK: - Cancel and resell, and goods without a receipt

extension Model {
    /// "What the return could not take back and the new sale does not earn again follows the shortfall policy; for the step
    /// between, it is owed".
    mutating func replace(_ which: Step.Which, with sale: Step.Sale) throws(No) -> Answer {
        var named: Int?
        if let who = sale.buyer { named = try person(who) }
        let old = try purchase(which)
        guard let before = purchases[old] else { throw No(.purchaseUnknown) }
        let buyer = holder(of: old)
        if named != nil, named != buyer { throw No(.invalidParams) }
        guard now >= before.soldAt else { throw No(.invalidParams) }
        if buyer == nil, asksToRedeem(sale) { throw No(.memberUnknown) }
        try requireHold(of: sale, for: buyer)
        if let buyer { try requireBuyer(buyer, of: sale) }
        switch orders["\(sale.channel)/\(sale.order)"] {
        case .sold(let other) where other != old: throw No(.purchaseExists)
        case .voided: throw No(.purchaseExists)
        case .sold, nil: break
        }
        if before.isOver { throw No(.purchaseClosed) }
        if let hold = sale.hold { try openHold(hold) }
        if let buyer { settle(buyer, at: now) }
        let owedBefore = buyer.flatMap { people[$0]?.points.owed } ?? 0
        let returned = giveBack(
            old, leaving: before.left.map { _ in 0 }, isVoid: isVoidable(before),
            missingIsOwed: true)
        if let buyer { note(buyer, occurredAt: now) }
        _ = try sell(sale, to: buyer)
        var missing: Int64 = 0
        if let buyer {
            let owed = people[buyer]?.points.owed ?? 0
            missing = min(returned.missing, max(0, owed - owedBefore))
            if policy.shortfall != .debt {
                edit(buyer) { $0.points.owed -= missing }
                post(-missing, on: "adjusted", of: before.company)
            }
        }
        var answer = answer(toSale: step.number)
        for (name, figure) in figures(of: returned, for: old, missing: missing) {
            answer["replaced.\(name)"] = figure
        }
        return answer
    }

    /// "It takes back what the goods would earn on that day".
    mutating func takeBackUnreceipted(
        _ basket: Step.Basket, of who: Step.Who, in channel: String
    ) throws(No) -> Answer {
        let total = price(basket).total
        // "Without returns.withoutReceipt it is forbidden, and so is more money than its moneyMax."
        guard let most = policy.unreceiptedMax, total <= most else { throw No(.forbidden) }
        let person = try person(who)
        try requireOpen(person)
        settle(person, at: now)
        let pieces = basket.lines.map(\.quantity)
        let points =
            earns(person)
            ? earnings(of: basket, pieces, redeemed: 0, on: terms(of: person)).points : 0
        countUnreceipted(basket, earning: points, of: person)
        let company = Policy.company(of: channel)
        let order = consumption(of: people[person]?.points.lots ?? [:], by: person)
        let taken = edit(person) { $0.points.lots.take(points, in: order) }
        for part in taken { use(part.points, of: part.lot, by: person) }
        let missing = points - taken.reduce(0) { $0 + $1.points }
        post(points, on: "issued", of: company)
        if policy.shortfall == .debt {
            edit(person) { $0.points.owed += missing }
        } else {
            post(-missing, on: "adjusted", of: company)
        }
        return done(
            person,
            [
                "clawedBack": points, "refund.money": total, "shortfall": missing,
                "shortfall.kept": keptFromRefund(missing, of: total),
            ])
    }
}
