// MARK: - What one rule gives

extension EarnRule {
    /// What the rule gives for a basket whose lines are partly paid with points; `nil` if it multiplies other rules or
    /// looks at none of the lines.
    func assess(_ basket: PricedBasket, shares: [Int64]) -> RuleAward? {
        let places = basket.basket.lines.indices.filter {
            basket.pieces[$0] > 0 && lines.holds(for: basket.basket.lines[$0])
        }
        guard !places.isEmpty else { return nil }
        switch award {
        case .multiply: return nil
        case .fixed(let points):
            return capped(base: 0, exact: Fraction(Int128(points)))
        case .perItem(let points):
            let pieces = places.reduce(Int64(0)) { $0 + basket.pieces[$1] }
            return capped(base: pieces, exact: Fraction(Int128(pieces) * Int128(points)))
        case .rate(let rate):
            return assess(rate, on: places, of: basket, shares: shares)
        }
    }

    /// What a multiplier adds to what other rules gave; `nil` if it is none or they gave nothing.
    func multiply(_ given: [RuleAward]) -> RuleAward? {
        guard case .multiply(let factor, let ids, let rounded) = award else { return nil }
        let sources = given.filter { ids.contains($0.rule) }
        guard !sources.isEmpty else { return nil }
        let points = sources.reduce(Int64(0)) { $0 + $1.points }
        let base =
            rounded
            ? Fraction(Int128(points))
            : sources.reduce(Fraction.zero) {
                $0 + ($1.cutTo.map { Fraction(Int128($0)) } ?? $1.exact)
            }
        return capped(base: points, exact: base * factor - Fraction(Int128(points)))
    }

    private func assess(
        _ rate: Rate, on places: [Int], of basket: PricedBasket, shares: [Int64]
    ) -> RuleAward {
        let full = places.map { basket.gross[$0] }
        let paidWithPoints = places.map { shares[$0] }
        let rates = places.map { basket.basket.lines[$0].taxRate }
        let pieces = places.map { basket.pieces[$0] }
        switch redeemed {
        case .keep:
            return total(rate, gross: full, taxRates: rates, pieces: pieces)
        case .deduct:
            let money = zip(full, paidWithPoints).map { $0 - $1 }
            return total(rate, gross: money, taxRates: rates, pieces: pieces)
        case .deductAtBaseRate:
            let whole = sum(rate, gross: full, taxRates: rates, pieces: pieces)
            let off = sum(rate, gross: paidWithPoints, taxRates: rates, pieces: pieces)
            return capped(
                base: whole.base - off.base, exact: whole.exact - off.exact,
                points: whole.points - off.points)
        }
    }

    /// Points for the money of some lines, within the cap.
    private func total(
        _ rate: Rate, gross: [Int64], taxRates: [Int64], pieces: [Int64]
    ) -> RuleAward {
        let sum = sum(rate, gross: gross, taxRates: taxRates, pieces: pieces)
        return capped(base: sum.base, exact: sum.exact, points: sum.points)
    }

    /// Points for the money of some lines, rounded at the rule's stage.
    private func sum(
        _ rate: Rate, gross: [Int64], taxRates: [Int64], pieces: [Int64]
    ) -> (base: Int64, exact: Fraction, points: Int64) {
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
            for place in gross.indices {
                let net = self.net(of: gross[place], at: taxRates[place])
                count(net * Fraction(1, over: Int128(pieces[place])), times: pieces[place])
            }
        case .line:
            for place in gross.indices { count(net(of: gross[place], at: taxRates[place])) }
        case .taxRate:
            for money in invoiceAmounts(gross: gross, taxRates: taxRates) {
                count(Fraction(Int128(money)))
            }
        case .order:
            let money = invoiceAmounts(gross: gross, taxRates: taxRates).reduce(0, +)
            count(Fraction(Int128(money)))
        }
        return (base.rounded(.floor), exact, max(0, roundedSoFar))
    }

    /// The money of one line that the rule looks at, exactly.
    private func net(of gross: Int64, at taxRate: Int64) -> Fraction {
        includesTax
            ? Fraction(Int128(gross))
            : Fraction(Int128(gross) * 100, over: Int128(100 + taxRate))
    }

    /// The money of each tax rate, lowest rate first, the tax rounded once per rate as an invoice does.
    private func invoiceAmounts(gross: [Int64], taxRates: [Int64]) -> [Int64] {
        Set(taxRates).sorted().map { taxRate in
            let sum = zip(gross, taxRates).reduce(Int64(0)) { $0 + ($1.1 == taxRate ? $1.0 : 0) }
            return includesTax ? sum : sum - PricedBasket.tax(inside: sum, at: taxRate)
        }
    }

    private func capped(base: Int64, exact: Fraction, points: Int64? = nil) -> RuleAward {
        let given = max(0, points ?? exact.rounded(rounding))
        let kept = min(given, orderCap ?? given)
        return RuleAward(
            rule: id, points: kept, base: base, exact: exact, rounding: rounding,
            cutTo: kept < given ? kept : nil)
    }
}
