// MARK: - What one rule gives

extension PlanRun {
    mutating func candidate(at place: Int, in group: PlannedGroup) -> Candidate? {
        let planned = plan.rules[place]
        let row = row(of: planned.filter)
        let sharesLines = group.sharesLines && planned.rule.award.countsLines
        let firstWord = masks.count
        for _ in 0..<wordsPerMask { masks.append(0) }
        var (named, counted) = (false, false)
        for line in basket.gross.indices
        where basket.pieces[line] > 0 && closeness[row + line] >= 0 {
            named = true
            guard !sharesLines || closeness[row + line] == closest[line] else { continue }
            counted = true
            masks[firstWord + line / 64] |= 1 << UInt64(line % 64)
        }
        let takesOff = planned.rule.redeemed == .deductAtBaseRate && planned.rule.award.countsLines
        guard counted || named && takesOff else {
            masks.removeLast(wordsPerMask)
            return nil
        }
        let result = give(planned, row: row, mask: firstWord)
        return Candidate(
            place: place, award: limited(result.award, for: planned), base: result.base)
    }

    mutating func give(
        _ planned: PlannedRule, row: Int, mask: Int
    ) -> (award: RuleAward, base: Fraction) {
        switch planned.rule.award {
        case .fixed(let points):
            return award(of: planned.rule, base: .zero, exact: Fraction(Int128(points)))
        case .perItem(let points):
            var pieces: Int64 = 0
            for line in basket.gross.indices where isCounted(line, in: mask) {
                pieces += basket.pieces[line]
            }
            return award(
                of: planned.rule, base: Fraction(Int128(pieces)),
                exact: Fraction(Int128(pieces) * Int128(points)))
        case .rate(let rate): return give(planned, rate, row: row, mask: mask)
        case .multiply, .addPercent: preconditionFailure("such rules build on others")
        }
    }

    mutating func give(
        _ planned: PlannedRule, _ rate: Rate, row: Int, mask: Int
    ) -> (award: RuleAward, base: Fraction) {
        let rule = planned.rule
        for tax in sums.indices { (sums[tax], sumsOff[tax]) = (0, 0) }
        var (whole, off) = (Tally(), Tally())
        let byElement = rule.stage == .line || rule.stage == .unit
        for line in basket.gross.indices where basket.pieces[line] > 0 && closeness[row + line] >= 0
        {
            if isCounted(line, in: mask) {
                let money = basket.gross[line] - (rule.redeemed == .deduct ? shares[line] : 0)
                sums[taxPlaces[line]] += money
                if byElement { add(money, of: line, by: planned, rate, to: &whole) }
            }
            if rule.redeemed == .deductAtBaseRate {
                sumsOff[taxPlaces[line]] += shares[line]
                if byElement { add(shares[line], of: line, by: planned, rate, to: &off) }
            }
        }
        if !byElement {
            whole = tally(of: sums, by: planned, rate)
            if rule.redeemed == .deductAtBaseRate { off = tally(of: sumsOff, by: planned, rate) }
        }
        guard rule.redeemed == .deductAtBaseRate else {
            return award(of: rule, base: whole.base, exact: whole.exact, points: whole.points)
        }
        let exact = whole.exact - off.exact
        return award(
            of: rule, base: whole.base - off.base, exact: exact,
            points: rule.stage == .order
                ? exact.rounded(rule.rounding) : whole.points - off.points)
    }

    func building(at place: Int, on given: ArraySlice<Candidate>) -> Candidate? {
        let planned = plan.rules[place]
        var points: Int64 = 0
        var (unrounded, base) = (Fraction.zero, Fraction.zero)
        var isIdle = true
        for source in given where planned.sources.contains(source.place) {
            isIdle = false
            points += source.award.points
            unrounded = unrounded + source.award.unrounded
            base = base + source.base
        }
        guard !isIdle else { return nil }
        let whole = Fraction(Int128(points))
        let result: (award: RuleAward, base: Fraction)
        switch planned.rule.award {
        case .multiply(let factor, _, let rounded):
            result = award(
                of: planned.rule, base: whole,
                exact: (rounded ? whole : unrounded) * factor - whole)
        case .addPercent(let share, _, let rounded):
            let extra = base * share
            result = award(
                of: planned.rule, base: base,
                exact: rounded ? extra : extra + unrounded - whole)
        case .rate, .fixed, .perItem: return nil
        }
        return Candidate(
            place: place, award: limited(result.award, for: planned), base: result.base)
    }

    func isCounted(_ line: Int, in mask: Int) -> Bool {
        masks[mask + line / 64] & (1 << UInt64(line % 64)) != 0
    }

    func limited(_ award: RuleAward, for planned: PlannedRule) -> RuleAward {
        guard planned.hasLastingCaps, let room = rooms.room(for: planned.rule) else { return award }
        return award.limited(to: room.points, by: room.scope)
    }
}

// MARK: - Arithmetic

extension PlanRun {
    /// Money and points so far.
    struct Tally {
        var base = Fraction.zero
        var exact = Fraction.zero
        var points: Int64 = 0
    }

    func points(
        for money: Fraction, by planned: PlannedRule, _ rate: Rate
    ) -> Fraction {
        planned.pointsPerUnit.map { $0 * money } ?? rate.points(for: money)
    }

    func add(
        _ money: Int64, of line: Int, by planned: PlannedRule, _ rate: Rate,
        to tally: inout Tally
    ) {
        let rule = planned.rule
        let taxRate = basket.basket.lines[line].taxRate
        let net =
            rule.includesTax
            ? Fraction(Int128(money)) : Fraction(Int128(money) * 100, over: Int128(100 + taxRate))
        let times = rule.stage == .unit ? basket.pieces[line] : 1
        let element = times == 1 ? net : net * Fraction(1, over: Int128(times))
        let exact = points(for: element, by: planned, rate)
        tally.base = tally.base + element * times
        tally.exact = tally.exact + exact * times
        tally.points += exact.rounded(rule.rounding) * times
    }

    func tally(of sums: [Int64], by planned: PlannedRule, _ rate: Rate) -> Tally {
        let rule = planned.rule
        let base = Fraction(Int128(money(of: sums, includesTax: rule.includesTax)))
        if rule.stage == .order {
            let exact = points(for: base, by: planned, rate)
            return Tally(base: base, exact: exact, points: exact.rounded(rule.rounding))
        }
        var tally = Tally(base: base)
        for (place, sum) in sums.enumerated() {
            let money = rule.includesTax ? sum : net(of: sum, at: place)
            let exact = points(for: Fraction(Int128(money)), by: planned, rate)
            tally.exact = tally.exact + exact
            tally.points += exact.rounded(rule.rounding)
        }
        return tally
    }

    func money(of sums: [Int64], includesTax: Bool) -> Int64 {
        var money: Int64 = 0
        for (place, sum) in sums.enumerated() {
            money += includesTax ? sum : net(of: sum, at: place)
        }
        return money
    }

    func net(of sum: Int64, at place: Int) -> Int64 {
        sum - PricedBasket.tax(inside: sum, at: basket.taxes[place].rate)
    }

    /// Points within the cap of the order; below zero only what is taken off lines that others count.
    func award(
        of rule: EarnRule, base: Fraction, exact: Fraction, points: Int64? = nil
    ) -> (award: RuleAward, base: Fraction) {
        let award = RuleAward(
            rule: rule.id, points: points ?? max(0, exact.rounded(rule.rounding)),
            base: base.rounded(.floor), exact: exact, rounding: rule.rounding)
        return (rule.orderCap.map { award.limited(to: $0, by: .order) } ?? award, base)
    }
}
