// MARK: - What one rule gives, step by step

extension EarnRule {
    /// What the rule gives for some lines of a basket that is partly paid with points; `nil` if it builds on other rules.
    ///
    /// `all` are the lines that its condition names, `places` those that no more specific rule takes.
    func assess(
        _ basket: PricedBasket, shares: [Int64], places: [Int], all: [Int]
    ) -> Assessment? {
        switch award {
        case .multiply, .addPercent: return nil
        case .fixed(let points):
            return assessment(base: 0, exact: Fraction(Int128(points)))
        case .perItem(let points):
            let pieces = places.reduce(Int64(0)) { $0 + basket.pieces[$1] }
            return assessment(base: pieces, exact: Fraction(Int128(pieces) * Int128(points)))
        case .rate(let rate):
            return assess(rate, on: places, all: all, of: basket, shares: shares)
        }
    }

    /// What a rule adds to what others gave; `nil` if it builds on none or they gave nothing.
    func build(on given: [Assessment]) -> Assessment? {
        let sources = given.filter { award.sources?.contains($0.award.rule) ?? false }
        guard !sources.isEmpty else { return nil }
        let points = sources.reduce(Int64(0)) { $0 + $1.award.points }
        func unrounded() -> Fraction {
            sources.reduce(.zero) { $0 + $1.award.unrounded }
        }
        let whole = Fraction(Int128(points))
        switch award {
        case .multiply(let factor, _, let rounded):
            let exact = rounded ? nil : unrounded()
            return assessment(
                base: points, exact: (exact ?? whole) * factor - whole,
                of: RuleTrace.Sources(points: points, exact: exact, money: nil))
        case .addPercent(let share, _, let rounded):
            let base = sources.reduce(Fraction.zero) { $0 + $1.base }
            let extra = base * share
            let exact = rounded ? nil : unrounded()
            return assessment(
                base: base.rounded(.floor), exact: exact.map { extra + $0 - whole } ?? extra,
                of: RuleTrace.Sources(points: points, exact: exact, money: base))
        case .rate, .fixed, .perItem: return nil
        }
    }

    private func assess(
        _ rate: Rate, on places: [Int], all: [Int], of basket: PricedBasket, shares: [Int64]
    ) -> Assessment {
        func sum(_ places: [Int], _ money: (Int) -> LineMoney) -> Sum {
            self.sum(rate, of: places.map(money))
        }
        func price(_ place: Int, paid: Int64 = 0) -> LineMoney {
            LineMoney(
                gross: basket.gross[place] - paid, net: basket.net?[place], paid: paid,
                taxRate: basket.basket.lines[place].taxRate, pieces: basket.pieces[place])
        }
        let paid = (redeemed == .deductAtBaseRate ? all : places).reduce(Int64(0)) {
            $0 + shares[$1]
        }
        switch redeemed {
        case .keep: return assessment(sum(places) { price($0) }, paid: paid)
        case .deduct: return assessment(sum(places) { price($0, paid: shares[$0]) }, paid: paid)
        case .deductAtBaseRate:
            let whole = sum(places) { price($0) }
            let off = sum(all) {
                LineMoney(
                    gross: shares[$0], net: nil, paid: 0,
                    taxRate: basket.basket.lines[$0].taxRate, pieces: basket.pieces[$0])
            }
            let exact = whole.exact - off.exact
            let both = Sum(
                base: whole.base - off.base, exact: exact,
                points: stage == .order ? exact.rounded(rounding) : whole.points - off.points,
                taxBases: whole.taxBases)
            return assessment(
                both, paid: paid,
                off: paid > 0 ? RuleTrace.Off(exact: off.exact, points: off.points) : nil)
        }
    }

    /// What a rule looks at of one line.
    private struct LineMoney {
        /// With tax, less what points paid.
        let gross: Int64
        /// Without tax, if that was told.
        let net: Int64?
        /// What points paid of it.
        let paid: Int64
        let taxRate: Int64
        let pieces: Int64
    }

    private struct Sum {
        let base: Fraction
        let exact: Fraction
        let points: Int64
        let taxBases: [RuleTrace.TaxBase]
    }

    /// Points for the money of some lines, rounded at the rule's stage.
    private func sum(_ rate: Rate, of lines: [LineMoney]) -> Sum {
        let taxBases = taxBases(of: lines)
        var base = Fraction.zero
        var exact = Fraction.zero
        var roundedSoFar: Int64 = 0
        func count(_ money: Fraction, times: Int64 = 1) {
            let points = rate.points(for: money)
            base = base + money * times
            exact = exact + points * times
            roundedSoFar += points.rounded(rounding) * times
        }
        switch stage {
        case .unit:
            for line in lines {
                count(money(of: line) * Fraction(1, over: Int128(line.pieces)), times: line.pieces)
            }
        case .line:
            for line in lines { count(money(of: line)) }
        case .taxRate:
            for tax in taxBases { count(Fraction(Int128(tax.money))) }
        case .order:
            count(Fraction(Int128(taxBases.reduce(0) { $0 + $1.money })))
        }
        return Sum(base: base, exact: exact, points: roundedSoFar, taxBases: taxBases)
    }

    /// The money of one line that the rule looks at, exactly.
    private func money(of line: LineMoney) -> Fraction {
        func untaxed(_ gross: Int64) -> Fraction {
            Fraction(Int128(gross) * 100, over: Int128(100 + line.taxRate))
        }
        if includesTax { return Fraction(Int128(line.gross)) }
        return line.net.map { Fraction(Int128($0)) - untaxed(line.paid) } ?? untaxed(line.gross)
    }

    /// The money of each tax rate, lowest rate first, the tax rounded once per rate as an invoice does.
    private func taxBases(of lines: [LineMoney]) -> [RuleTrace.TaxBase] {
        Set(lines.map(\.taxRate)).sorted().map { rate in
            let taxed = lines.filter { $0.taxRate == rate }
            let gross = taxed.reduce(Int64(0)) { $0 + $1.gross }
            if includesTax { return RuleTrace.TaxBase(rate: rate, money: gross) }
            let nets = taxed.compactMap(\.net)
            let money =
                nets.isEmpty
                ? gross - PricedBasket.tax(inside: gross, at: rate)
                : PricedBasket.net(
                    of: nets.reduce(0, +), less: taxed.reduce(0) { $0 + $1.paid }, at: rate)
            return RuleTrace.TaxBase(rate: rate, money: money)
        }
    }

    private func assessment(
        _ sum: Sum, paid: Int64, off: RuleTrace.Off? = nil
    ) -> Assessment {
        Assessment(
            award: award(base: sum.base, exact: sum.exact, rounded: sum.points, at: stage),
            base: sum.base,
            basis: RuleTrace.Basis(taxBases: sum.taxBases, paid: paid, off: off))
    }

    private func assessment(
        base: Int64, exact: Fraction, of sources: RuleTrace.Sources? = nil
    ) -> Assessment {
        let base = Fraction(Int128(base))
        var award = award(base: base, exact: exact, rounded: exact.rounded(rounding), at: .order)
        award.points = max(0, award.points)
        return Assessment(award: award, base: base, basis: RuleTrace.Basis(sources: sources))
    }

    /// Points within the cap of the order.
    private func award(
        base: Fraction, exact: Fraction, rounded: Int64, at stage: RoundingStage
    ) -> RuleAward {
        let points = min(rounded, CoreLimits.awardPointsMax)
        let award = RuleAward(
            rule: id, points: points, base: base.rounded(.floor), exact: exact,
            rounding: rounding, stage: stage, rounded: points)
        return orderCap.map { award.limited(to: $0, by: .order) } ?? award
    }
}
