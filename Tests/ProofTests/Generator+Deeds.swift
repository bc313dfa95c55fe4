// MARK: - What is done

extension Generator {
    mutating func deed() -> Step.Deed {
        switch random.number(0...99) {
        case 0..<6:
            let isLimited = random.chance(40)
            let day = Times.day(of: clock) + Int(random.number(-2...40))
            return .grant(
                who(), byHand(random.number(1...600)), isLimited: isLimited,
                lastDay: random.chance(50) ? day : nil)
        case 6..<10:
            let (who, there) = spender()
            let points = random.chance(50) ? random.number(1...300) : -points(of: there)
            return .adjust(who, byHand(points))
        case 10..<16:
            let (who, there) = spender()
            let hours = random.chance(60) ? random.number(-1...90) : random.number(90...700)
            let end = clock + hours * Times.hour
            return .place(who, points: points(of: there), until: random.chance(85) ? end : nil)
        case 16..<19: return .release(hold: hold())
        case 19..<42: return .record(sale())
        case 42..<49:
            let which = which()
            return .confirm(which, pieces(of: which) { $0.unshipped })
        case 49..<62:
            let which = which()
            return .takeBack(which, pieces(of: which) { $0.left })
        case 62..<66: return .void(voided())
        case 66..<70: return replacement()
        case 70..<72: return .takeBackUnreceipted(who(), basket(), channel: channel())
        case 72..<75 where model.policy.campaign != nil: return review()
        case 72..<78: return .close(day: day())
        case 78..<92: return membership()
        case 92..<94: return .reopen(isFlushed: random.chance(50))
        default: return question()
        }
    }

    /// Something that has a key.
    mutating func change() -> Step.Deed {
        .grant(who(), byHand(random.number(1...600)), isLimited: false, lastDay: nil)
    }

    private mutating func question() -> Step.Deed {
        switch random.number(0...8) {
        case 0...2:
            let past = clock - random.number(0...40 * Times.day)
            let future = clock + random.number(0...90 * Times.day)
            let at = random.chance(70) ? past : future
            let by = clock - random.number(0...10 * Times.day)
            return .balance(
                who(), at: random.chance(80) ? at : nil, recordedBy: random.chance(40) ? by : nil)
        case 3: return .quote(sale())
        case 4: return .purchase(which())
        case 5: return .hold(hold())
        case 6: return .previewWithdrawal(who())
        case 7: return previewOfMerging()
        default: return .history(who())
        }
    }

    /// Points by hand: much of it by two people, as it should.
    private mutating func byHand(_ points: Int64) -> Step.ByHand {
        let others: [String?] = ["bea", "bea", "bea", "ann", nil]
        return Step.ByHand(
            points: points, actor: random.chance(80) ? "ann" : nil,
            approvedBy: random.pick(others) ?? nil)
    }

    /// Now and then of the same thing again, or one that is known already.
    private mutating func review() -> Step.Deed {
        .review(
            by: who(), of: random.chance(70) ? Int(random.number(0...3)) : nil,
            reference: random.chance(60) ? Int(random.number(0...9)) : nil)
    }

    /// The next day to close, most often.
    private mutating func day() -> Int {
        let today = Times.day(of: clock)
        let next = model.days.next(today: today)
        return random.chance(85) ? next : next + Int(random.number(-3...2))
    }
}

// MARK: - Purchases

extension Generator {
    mutating func channel() -> String { random.pick(Policy.channels) ?? "store" }

    mutating func basket() -> Step.Basket {
        let lines = (0..<random.number(1...4)).map { _ in
            Step.Line(
                quantity: random.number(1...4),
                amount: random.chance(80)
                    ? random.number(0...5_000) : random.number(0...40_000),
                taxRate: random.chance(60) ? 10 : 8, isGiftCard: random.chance(12))
        }
        return Step.Basket(lines: lines, includesTax: random.chance(65))
    }

    mutating func sale(for buyer: Step.Who? = nil, order: String? = nil) -> Step.Sale {
        var (who, there) = spender()
        if let buyer {
            who = buyer
            there = (try? model.person(buyer)).flatMap { model.people[$0] }?.points.available ?? 0
        }
        let basket = basket()
        var redeem: Int64?
        var bound: Int?
        switch random.number(0...9) {
        case 0...2:
            redeem = min(points(of: there), max(1, model.absorbable(by: basket)))
            if random.chance(70), let asked = redeem {
                redeem = asked - asked % model.policy.redeemUnit
            }
        case 3, 4:
            let hold = hold()
            bound = hold
            let owner = model.holds[hold].map { model.answering(for: $0.person) }
            if let owner, random.chance(95) { who = .joined(owner) }
            let held = model.heldPoints(of: hold, by: owner)
            if random.chance(60) { redeem = random.number(0...(held + held / 10)) }
        case 5: redeem = random.chance(50) ? 0 : points(of: there)
        default: break
        }
        let isNobody = buyer == nil && bound == nil && random.chance(8)
        return Step.Sale(
            buyer: isNobody ? nil : who, channel: channel(), order: order ?? self.order(),
            basket: basket, redeem: redeem, hold: bound, keepsHold: random.chance(40))
    }

    /// A new number; now and then one that is known, or that was voided before.
    private mutating func order() -> String {
        if random.chance(8), let known = random.pick(model.orders.keys.sorted()) {
            return String(known.split(separator: "/")[1])
        }
        return "o\(steps.count)"
    }

    private mutating func voided() -> Step.Which {
        if random.chance(15) { return .order("o\(steps.count + 3)", channel: channel()) }
        return which()
    }

    private mutating func replacement() -> Step.Deed {
        let which = which()
        let old = (try? model.purchase(which)).flatMap { model.purchases[$0] }
        let buyer = old?.person.map { Step.Who.joined(model.answering(for: $0)) }
        let order = random.chance(50) ? old?.order : nil
        var sale = sale(for: random.chance(90) ? buyer : nil, order: order)
        if random.chance(60), let channel = old?.channel { sale.channel = channel }
        if old != nil, random.chance(30), sale.hold == nil { sale.buyer = nil }
        return .replace(which, with: sale)
    }

    /// Pieces of some lines, now and then more than there are or of a line that is not; `nil` for everything.
    private mutating func pieces(
        of which: Step.Which, _ there: (Purchase) -> [Int64]
    ) -> [Step.Pieces]? {
        guard random.chance(70), let step = try? model.purchase(which),
            let purchase = model.purchases[step]
        else { return nil }
        var pieces: [Step.Pieces] = []
        for (line, count) in there(purchase).enumerated() where random.chance(60) {
            let most = max(1, count) + (random.chance(4) ? 1 : 0)
            pieces.append(Step.Pieces(line: line, quantity: random.number(1...most)))
        }
        if random.chance(2) { pieces.append(Step.Pieces(line: 9, quantity: 1)) }
        return pieces.isEmpty ? nil : pieces
    }
}
