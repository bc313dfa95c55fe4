// MARK: - What one rule gives

extension PlanRun {
    mutating func candidate(at place: Int, in group: PlannedGroup) -> Candidate? {
        let planned = plan.rules[place]
        let row = row(of: planned.filter)
        let sharesLines = group.sharesLines && planned.countsLines
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
        guard counted || named && planned.takesOff else {
            masks.removeLast(wordsPerMask)
            return nil
        }
        return give(at: place, planned, row: row, mask: firstWord)
    }

    mutating func give(
        at place: Int, _ planned: PlannedRule, row: Int, mask: Int
    ) -> Candidate {
        switch planned.award {
        case .fixed(let points):
            return candidate(at: place, planned, base: .zero, exact: Fraction(Int128(points)))
        case .perItem(let points):
            var pieces: Int64 = 0
            for line in basket.gross.indices where isCounted(line, in: mask) {
                pieces += basket.pieces[line]
            }
            return candidate(
                at: place, planned, base: Fraction(Int128(pieces)),
                exact: Fraction(Int128(pieces) * Int128(points)))
        case .rate(let rate, let perUnit):
            let pace = Pace(rate: rate, perUnit: perUnit)
            return give(at: place, planned, pace, row: row, mask: mask)
        case .multiply, .addPercent: preconditionFailure("such rules build on others")
        }
    }

    mutating func give(
        at place: Int, _ planned: PlannedRule, _ pace: Pace, row: Int, mask: Int
    ) -> Candidate {
        for tax in sums.indices { (sums[tax], sumsOff[tax]) = (0, 0) }
        var (whole, off) = (Tally(), Tally())
        let byElement = planned.stage == .line || planned.stage == .unit
        for line in basket.gross.indices where basket.pieces[line] > 0 && closeness[row + line] >= 0
        {
            if isCounted(line, in: mask) {
                let money = basket.gross[line] - (planned.redeemed == .deduct ? shares[line] : 0)
                sums[taxPlaces[line]] += money
                if byElement { add(money, of: line, by: planned, pace, to: &whole) }
            }
            if planned.takesOff {
                sumsOff[taxPlaces[line]] += shares[line]
                if byElement { add(shares[line], of: line, by: planned, pace, to: &off) }
            }
        }
        if !byElement {
            whole = tally(of: sums, by: planned, pace)
            if planned.takesOff { off = tally(of: sumsOff, by: planned, pace) }
        }
        guard planned.takesOff else {
            return candidate(
                at: place, planned, base: whole.base, exact: whole.exact, points: whole.points)
        }
        let exact = whole.exact - off.exact
        return candidate(
            at: place, planned, base: whole.base - off.base, exact: exact,
            points: planned.stage == .order
                ? exact.rounded(planned.rounding) : whole.points - off.points)
    }

    func building(at place: Int, on given: ArraySlice<Candidate>) -> Candidate? {
        let planned = plan.rules[place]
        var points: Int64 = 0
        var (unrounded, base) = (Fraction.zero, Fraction.zero)
        var isIdle = true
        for source in given where plan.sources[planned.sources].contains(source.place) {
            isIdle = false
            points += source.award.points
            unrounded = unrounded + source.award.unrounded
            base = base + source.base
        }
        guard !isIdle else { return nil }
        let whole = Fraction(Int128(points))
        switch planned.award {
        case .multiply(let factor, let rounded):
            return candidate(
                at: place, planned, base: whole,
                exact: (rounded ? whole : unrounded) * factor - whole)
        case .addPercent(let share, let rounded):
            let extra = base * share
            return candidate(
                at: place, planned, base: base, exact: rounded ? extra : extra + unrounded - whole)
        case .rate, .fixed, .perItem: return nil
        }
    }

    func isCounted(_ line: Int, in mask: Int) -> Bool {
        masks[mask + line / 64] & (1 << UInt64(line % 64)) != 0
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

    /// Points for money by a rate.
    struct Pace {
        let rate: Rate
        let perUnit: Fraction?

        func points(for money: Fraction) -> Fraction {
            perUnit.map { $0 * money } ?? rate.points(for: money)
        }
    }

    func add(
        _ money: Int64, of line: Int, by planned: PlannedRule, _ pace: Pace,
        to tally: inout Tally
    ) {
        let taxRate = basket.basket.lines[line].taxRate
        let net =
            planned.includesTax
            ? Fraction(Int128(money)) : Fraction(Int128(money) * 100, over: Int128(100 + taxRate))
        let times = planned.stage == .unit ? basket.pieces[line] : 1
        let element = times == 1 ? net : net * Fraction(1, over: Int128(times))
        let exact = pace.points(for: element)
        tally.base = tally.base + element * times
        tally.exact = tally.exact + exact * times
        tally.points += exact.rounded(planned.rounding) * times
    }

    func tally(of sums: [Int64], by planned: PlannedRule, _ pace: Pace) -> Tally {
        let base = Fraction(Int128(money(of: sums, includesTax: planned.includesTax)))
        if planned.stage == .order {
            let exact = pace.points(for: base)
            return Tally(base: base, exact: exact, points: exact.rounded(planned.rounding))
        }
        var tally = Tally(base: base)
        for (place, sum) in sums.enumerated() {
            let money = planned.includesTax ? sum : net(of: sum, at: place)
            let exact = pace.points(for: Fraction(Int128(money)))
            tally.exact = tally.exact + exact
            tally.points += exact.rounded(planned.rounding)
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

    /// Points within the caps; below zero only what is taken off lines that others count.
    func candidate(
        at place: Int, _ planned: PlannedRule, base: Fraction, exact: Fraction,
        points: Int64? = nil
    ) -> Candidate {
        let rule = plan.written[place]
        let rounded = points ?? exact.rounded(planned.rounding)
        var award = RuleAward(
            rule: rule.id, points: points ?? max(0, rounded), base: base.rounded(.floor),
            exact: exact, rounding: planned.rounding,
            stage: points == nil ? .order : planned.stage, rounded: rounded)
        if let orderCap = planned.orderCap { award = award.limited(to: orderCap, by: .order) }
        if planned.hasLastingCaps { award = rooms.limited(award, of: rule) }
        return Candidate(place: place, award: award, base: base)
    }
}
