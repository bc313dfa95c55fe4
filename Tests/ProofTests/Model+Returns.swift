import PointsCore

// MARK: - What comes back

extension Model {
    /// What a return came to.
    struct Returned {
        var clawedBack: Int64 = 0
        var missing: Int64 = 0
        var restored: Int64 = 0
        var restoredExpired: Int64 = 0
        var money: Int64 = 0
    }

    mutating func takeBack(
        _ which: Step.Which, _ pieces: [Step.Pieces]?
    ) throws(No) -> Answer {
        let (sale, before) = try live(which, pieces)
        let left = try taking(pieces, from: before.left)
        return takeBack(sale, leaving: left, isVoid: false)
    }

    /// Possible on the business day of the sale, or at any time before any of it was shipped.
    ///
    /// "An order that is not known is remembered on the program's own chain".
    mutating func void(_ which: Step.Which) throws(No) -> Answer {
        if case .order(let order, let channel) = which {
            switch orders["\(channel)/\(order)"] {
            case .voided(let first): return repeated(first)
            case nil:
                let answer = Answer("done", ["order.voided": 1])
                orders["\(channel)/\(order)"] = .voided(answer)
                return answer
            case .sold(let sale):
                if let first = purchases[sale]?.voidedFirst { return repeated(first) }
            }
        }
        let (sale, before) = try live(which, nil)
        if !isVoidable(before) { throw No(.purchaseClosed) }
        return takeBack(sale, leaving: before.left.map { _ in 0 }, isVoid: true)
    }

    /// A purchase of which pieces may be shipped or come back.
    func live(
        _ which: Step.Which, _ pieces: [Step.Pieces]?
    ) throws(No) -> (sale: Int, before: Purchase) {
        let sale = try purchase(which)
        guard let before = purchases[sale] else { throw No(.purchaseUnknown) }
        // "A return or void is dated at its sale or later", and so is a shipment.
        guard now >= before.soldAt else { throw No(.invalidParams) }
        try requireLines(pieces, of: before)
        if before.isOver { throw No(.purchaseClosed) }
        return (sale, before)
    }

    func isVoidable(_ purchase: Purchase) -> Bool {
        Times.day(of: purchase.soldAt) == today || purchase.isUntouched
    }

    private mutating func takeBack(_ sale: Int, leaving left: [Int64], isVoid: Bool) -> Answer {
        let person = holder(of: sale)
        if let person { settle(person, at: now) }
        let returned = giveBack(sale, leaving: left, isVoid: isVoid, missingIsOwed: false)
        var answer = done(person)
        answer.figures.merge(figures(of: returned, for: sale, missing: returned.missing)) { $1 }
        return answer
    }

    func figures(
        of returned: Returned, for sale: Int, missing: Int64
    ) -> [String: Int64] {
        var figures = purchases[sale].map { self.figures(of: $0) } ?? [:]
        figures["clawedBack"] = returned.clawedBack
        figures["restored"] = returned.restored
        figures["restoredExpired"] = returned.restoredExpired
        figures["refund.money"] = returned.money
        figures["shortfall"] = missing
        figures["shortfall.kept"] = keptFromRefund(missing, of: returned.money)
        return figures
    }

    /// "refund: how much money to keep back from the refund", at most the refund itself.
    func keptFromRefund(_ missing: Int64, of money: Int64) -> Int64 {
        policy.shortfall == .refund ? max(0, min(missing * policy.pointValue, money)) : 0
    }

    /// "What was earned minus what the remaining basket earns is clawed back; what was redeemed minus what it may still
    /// absorb is given back, to the very lots it came from".
    mutating func giveBack(
        _ sale: Int, leaving left: [Int64], isVoid: Bool, missingIsOwed: Bool
    ) -> Returned {
        guard let before = purchases[sale] else { return Returned() }
        var returned = Returned()
        let worth = worth(of: sale)
        let stays = staying(on: before, left)
        let terms = terms(ofWhatIsLeftOf: before)
        if let person = holder(of: sale) {
            restore(from: before, staying: stays, to: person, into: &returned)
            let earned =
                before.earns
                ? earnings(of: before.basket, left, redeemed: stays, on: terms) : Earned()
            countCapped(earned.capped, of: sale)
            purchases[sale]?.room = terms.room
            let (kept, beyond) = kept(of: before, earning: earned.kinds)
            for grant in before.grants.indices {
                let points = before.grants[grant].points - kept[grant]
                clawBack(
                    points, ofGrant: grant, of: sale, missingIsOwed: missingIsOwed,
                    into: &returned)
                purchases[sale]?.grants[grant].points = kept[grant]
            }
            let isShipped = !zip(left, before.shipped).contains { $0 > $1 }
            let waits = !isShipped && people[person]?.isAway == false
            for kind in beyond.indices where beyond[kind] > 0 {
                give(beyond[kind], of: kind, for: sale, waits: waits)
            }
        }
        purchases[sale]?.left = left
        purchases[sale]?.redeemed = stays
        purchases[sale]?.status =
            isVoid ? .voided : left.allSatisfy { $0 == 0 } ? .returned : .partlyReturned
        countReturn(of: sale, worthBefore: worth)
        let price = price(before.basket, left).total
        money(of: before, now: price, staying: stays, into: &returned)
        return returned
    }

    private func money(
        of before: Purchase, now price: Int64, staying stays: Int64, into returned: inout Returned
    ) {
        let paid =
            self.price(before.basket, before.left).total - before.redeemed * policy.pointValue
        returned.money = paid - (price - stays * policy.pointValue)
    }
}

// MARK: - Redeemed points

extension Model {
    /// "Restored points come back to the lots that would have been spent last".
    private mutating func restore(
        from before: Purchase, staying stays: Int64, to person: Int, into returned: inout Returned
    ) {
        var spentBefore = before.redeemed
        var spentAfter = stays
        let paid = fault == .restoredFromTheFront ? before.paid.reversed() : before.paid
        for (lot, points) in paid {
            let still = min(points, spentAfter)
            let back = min(points, spentBefore) - still
            spentBefore -= min(points, spentBefore)
            spentAfter -= still
            guard back > 0 else { continue }
            post(-back, on: "redeemed", of: lot.company)
            use(-back, of: lot, by: person, for: before.person)
            guard let target = restoredLot(for: lot, of: person) else {
                post(back, on: "expired", of: lot.company)
                returned.restoredExpired += back
                continue
            }
            returned.restored += back
            if people[person]?.isAway == true {
                // "Redeemed points that come back join what was left behind."
                post(back, on: "forfeited", of: lot.company)
                edit(person) { $0.leftBehind.add(back, to: target) }
                use(back, of: lot, by: person)
            } else {
                edit(person) { $0.points.lots.add(back, to: target) }
            }
        }
    }

    /// The lot that takes points back: what "has expired meanwhile is restored with the configured grace, or stays expired".
    ///
    /// Points that follow activity end with the rest of the balance.
    private func restoredLot(for lot: Lot, of person: Int) -> Lot? {
        if case .newLot = policy.restore {
            return self.lot(
                of: lot.isLimited, company: lot.company, on: today, for: person, whose: lot.whose)
        }
        var lot = lot
        if lot.followsActivity, let until = people[person]?.points.activeUntil {
            lot.lastDay = max(lot.lastDay, until)
        }
        if lot.lastDay >= today { return lot }
        guard case .originalLotGrace(let days) = policy.restore else { return nil }
        lot.lastDay = today + days
        return lot
    }
}
