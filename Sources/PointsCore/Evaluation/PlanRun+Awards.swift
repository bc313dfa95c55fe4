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
        for tax in sums.indices { (sums[tax], sumsPaid[tax], sumsOff[tax]) = (0, 0, 0) }
        var (whole, off) = (Tally(), Tally())
        let byElement = planned.stage == .line || planned.stage == .unit
        let net = planned.includesTax ? nil : basket.net
        for line in basket.gross.indices where basket.pieces[line] > 0 && closeness[row + line] >= 0
        {
            if isCounted(line, in: mask) {
                let paid = planned.redeemed == .deduct ? shares[line] : 0
                if byElement {
                    add(net?[line], paid, of: line, by: planned, pace, to: &whole)
                } else if let net {
                    sums[taxPlaces[line]] += net[line]
                    sumsPaid[taxPlaces[line]] += paid
                } else {
                    sums[taxPlaces[line]] += basket.gross[line] - paid
                }
            }
            if planned.takesOff {
                sumsOff[taxPlaces[line]] += shares[line]
                if byElement {
                    add(
                        counted(shares[line], of: line, by: planned), of: line, by: planned, pace,
                        to: &off)
                }
            }
        }
        if !byElement {
            whole = tally(by: planned, pace) {
                net == nil
                    ? money(of: sums[$0], at: $0, includesTax: planned.includesTax)
                    : PricedBasket.net(of: sums[$0], less: sumsPaid[$0], at: basket.taxes[$0].rate)
            }
            if planned.takesOff {
                off = tally(by: planned, pace) {
                    money(of: sumsOff[$0], at: $0, includesTax: planned.includesTax)
                }
            }
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
            if !planned.award.buildsOnRounded { unrounded = unrounded + source.award.unrounded }
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

    /// Adds a line's money, exactly: what it costs without tax if that was told, less what points paid of it.
    private func add(
        _ net: Int64?, _ paid: Int64, of line: Int, by planned: PlannedRule, _ pace: Pace,
        to tally: inout Tally
    ) {
        let money =
            net.map { Fraction(Int128($0)) - counted(paid, of: line, by: planned) }
            ?? counted(basket.gross[line] - paid, of: line, by: planned)
        add(money, of: line, by: planned, pace, to: &tally)
    }

    private func add(
        _ money: Fraction, of line: Int, by planned: PlannedRule, _ pace: Pace,
        to tally: inout Tally
    ) {
        let times = planned.stage == .unit ? basket.pieces[line] : 1
        let element = times == 1 ? money : money * Fraction(1, over: Int128(times))
        let exact = pace.points(for: element)
        tally.base = tally.base + element * times
        tally.exact = tally.exact + exact * times
        tally.points += exact.rounded(planned.rounding) * times
    }

    /// Money of a line, which includes tax, as a rule counts it, exactly.
    private func counted(_ gross: Int64, of line: Int, by planned: PlannedRule) -> Fraction {
        let taxRate = basket.basket.lines[line].taxRate
        return planned.includesTax
            ? Fraction(Int128(gross)) : Fraction(Int128(gross) * 100, over: Int128(100 + taxRate))
    }

    private func tally(
        by planned: PlannedRule, _ pace: Pace, _ money: (_ place: Int) -> Int64
    ) -> Tally {
        var tally = Tally()
        var base: Int64 = 0
        for place in sums.indices {
            let money = money(place)
            base += money
            guard planned.stage != .order else { continue }
            let exact = pace.points(for: Fraction(Int128(money)))
            tally.exact = tally.exact + exact
            tally.points += exact.rounded(planned.rounding)
        }
        tally.base = Fraction(Int128(base))
        guard planned.stage == .order else { return tally }
        tally.exact = pace.points(for: tally.base)
        tally.points = tally.exact.rounded(planned.rounding)
        return tally
    }

    /// A sum at one tax rate, which includes the tax, as a rule counts it.
    func money(of sum: Int64, at place: Int, includesTax: Bool) -> Int64 {
        includesTax ? sum : sum - PricedBasket.tax(inside: sum, at: basket.taxes[place].rate)
    }

    /// Points within the caps; below zero only what is taken off lines that others count.
    func candidate(
        at place: Int, _ planned: PlannedRule, base: Fraction, exact: Fraction,
        points: Int64? = nil
    ) -> Candidate {
        let rule = plan.written[place]
        let rounded = min(
            points ?? exact.rounded(planned.rounding), CoreLimits.awardPointsMax)
        var award = RuleAward(
            rule: rule.id, points: points == nil ? max(0, rounded) : rounded,
            base: base.rounded(.floor), exact: exact, rounding: planned.rounding,
            stage: points == nil ? .order : planned.stage, rounded: rounded)
        if let orderCap = planned.orderCap { award = award.limited(to: orderCap, by: .order) }
        if planned.hasLastingCaps { award = rooms.limited(award, of: rule) }
        return Candidate(place: place, award: award, base: base)
    }
}
