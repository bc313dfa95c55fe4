import PointsCore

// MARK: - Balances

extension Model {
    /// A change that was carried out, with the balance of whom it was about.
    mutating func done(_ person: Int?, _ figures: [String: Int64] = [:]) -> Answer {
        var answer = Answer("done", figures)
        guard let person else { return answer }
        note(person, occurredAt: now)
        answer.figures.merge(balance(of: person, at: now)) { $1 }
        return answer
    }

    /// "The first four are the ledger's accounts; spendable is what a redemption at that instant could use".
    func balance(of person: Int, at moment: Int64) -> [String: Int64] {
        guard let points = people[person]?.points else { return [:] }
        var later = self
        later.settle(person, at: moment)
        let usable = later.people[person]?.points.lots ?? [:]
        var figures = [
            "available": points.available, "held": points.held, "pending": points.pending,
            "debt": -points.owed, "spendable": max(0, usable.points),
        ]
        let horizon = Times.day(of: moment) + 60
        for day in Set(usable.keys.map(\.lastDay)).sorted().prefix(3) where day <= horizon {
            let ending = usable.filter { $0.key.lastDay == day }
            figures["expiring \(Times.text(ofDay: day))"] = ending.points
        }
        return figures
    }

    /// The balance with everything written down that is true at a moment.
    func judged(_ person: Int, at moment: Int64) -> Answer {
        var later = self
        later.settle(person, at: moment)
        return Answer("done", later.balance(of: person, at: moment))
    }

    /// A member as shown to who asks: standing, balance and open lots.
    func shown(_ person: Int, at moment: Int64) -> Answer {
        // "Commands that name the other by id are member_merged".
        if people[person]?.mergedInto != nil { return Answer(ErrorCode.memberMerged.rawValue) }
        var later = self
        later.settle(person, at: moment)
        var answer = Answer("done", later.balance(of: person, at: moment))
        answer.figures.merge(figures(ofMember: person, at: moment)) { $1 }
        for (lot, points) in later.people[person]?.points.lots ?? [:] {
            answer["lot \(lot.name(for: person))"] = points
        }
        return answer
    }

    /// "Counting what had occurred by then, with expiry, time-outs and confirmations judged at that instant; recordedBy limits
    /// it to what had been recorded by then".
    private func remembered(_ person: Int, at moment: Int64, recordedBy: Int64?) -> Answer {
        var then = self
        let changes = people[person]?.changes ?? []
        then.edit(person) {
            $0.points = Change.sum(
                changes.filter {
                    $0.occurredAt <= moment && $0.recordedAt <= recordedBy ?? $0.recordedAt
                })
        }
        return then.judged(person, at: moment)
    }
}

// MARK: - Questions

extension Model {
    func look() throws(No) -> Answer {
        switch step.deed {
        case .balance(let who, let at, let recordedBy):
            let person = try person(who)
            let moment = at ?? step.occurredAt ?? recordedBy
            guard let moment else { return judged(person, at: now) }
            return remembered(person, at: moment, recordedBy: recordedBy)
        case .quote(let sale): return try quote(sale)
        case .purchase(let which): return try look(at: which)
        case .hold(let hold): return try look(at: hold)
        case .previewWithdrawal(let who):
            var later = self
            let lost = try later.withdraw(who)
            var answer = Answer("done", balance(of: try person(who), at: now))
            for name in ["forfeited", "cancelledPending", "releasedHolds"] {
                answer[name] = lost[name]
            }
            return answer
        case .previewMerge(let other, let who): return try previewMerge(of: other, into: who)
        case .previewUnmerge(let other, let who):
            return try previewUnmerge(of: other, from: who)
        case .history(let who):
            guard let points = people[try named(who)]?.points else { return Answer() }
            return Answer(
                "done",
                [
                    "available": points.available, "held": points.held,
                    "pending": points.pending, "debt": -points.owed,
                ])
        default: return Answer()
        }
    }

    private func quote(_ sale: Step.Sale) throws(No) -> Answer {
        var later = self
        let buyer = try later.checkedBuyer(of: sale)
        if let hold = sale.hold { try openHold(hold) }
        let before = buyer.map { balance(of: $0, at: now) } ?? [:]
        if let buyer { later.settle(buyer, at: now) }
        if let hold = sale.hold, later.holds[hold]?.status != .open { throw No(.holdExpired) }
        let bound = sale.hold.map { later.heldPoints(of: $0, by: buyer) }
        let redeemed = sale.redeem ?? bound ?? 0
        try later.requireRedeemable(redeemed, by: sale.basket, hold: bound)
        let status = buyer.flatMap { self.status(of: $0) }
        let maySpend = status == .active || status == .provisional && policy.provisionalRedeems
        let lots = buyer.flatMap { later.people[$0] }?.points.lots ?? [:]
        let spendable = lots.reduce(0) { $1.key.lastDay >= today ? $0 + $1.value : $0 }
        if sale.hold == nil, redeemed > spendable {
            throw No(.insufficientPoints, ["available": spendable, "requested": redeemed])
        }
        var most = min(absorbable(by: sale.basket), maySpend ? spendable : 0)
        most -= most % policy.redeemUnit
        let pieces = sale.basket.lines.map(\.quantity)
        let earned =
            earns(buyer)
            ? earnings(of: sale.basket, pieces, redeemed: redeemed, on: later.terms(of: buyer))
            : Earned()
        var answer = Answer("done", before)
        answer["earn"] = earned.points
        answer["redeemable.max"] = most >= policy.minRedeem ? most : 0
        answer["payable"] = price(sale.basket).total - redeemed * policy.pointValue
        return answer
    }

    private func look(at which: Step.Which) throws(No) -> Answer {
        let sale = try purchase(which)
        var later = self
        let holder = holder(of: sale)
        if let holder { later.settle(holder, at: now) }
        guard let purchase = later.purchases[sale] else { throw No(.purchaseUnknown) }
        var answer = Answer("done", figures(of: purchase))
        let waiting = holder.flatMap { later.people[$0]?.points.waiting } ?? []
        let pending = waiting.filter { $0.sale == sale }.reduce(0) { $0 + $1.points }
        answer["stillEarned"] = purchase.grants.reduce(pending) { $0 + $1.counted }
        answer["earned.pending"] = pending > 0 ? 1 : 0
        if let holder { answer.figures.merge(later.balance(of: holder, at: now)) { $1 } }
        return answer
    }

    private func look(at hold: Int) throws(No) -> Answer {
        guard let state = holds[hold] else { throw No(.holdUnknown) }
        var answer = judged(answering(for: state.person), at: now)
        let isOver = state.status == .open && state.until <= now
        answer["hold.status"] =
            (isOver ? HoldState.Status.expired : state.status).rawValue
        answer["hold.points"] = state.points
        answer["hold.captured"] = state.captured
        return answer
    }
}

// MARK: - Days

extension Model {
    /// "Expire lots, time out holds, confirm pending that are due; then seal the day"; "closing a day twice changes nothing".
    mutating func close(_ day: Int) throws(No) -> Answer {
        if let closed = days.closedThrough, day <= closed {
            guard let first = days.firstClosed, day >= first else { throw No(.dayNotClosable) }
            answersFromMemory = true
            return seal(of: day)
        }
        let today = Times.day(of: step.clock)
        guard day <= today, day == days.next(today: today) else { throw No(.dayNotClosable) }
        for person in people.keys.sorted() {
            settle(person, at: min(step.clock, Times.start(of: day + 1)))
        }
        days.close(day)
        return seal(of: day)
    }

    private func seal(of day: Int) -> Answer {
        var answer = Answer("done", ["day": Int64(day)])
        for (account, points) in days.totals[day] ?? [:] where points != 0 {
            answer["total \(account)"] = points
        }
        return answer
    }
}
