// MARK: - What came of a rule

extension Phrasing {
    /// What came of a rule and why, in sentences.
    package func trace(_ trace: RuleTrace, of rule: EarnRule) -> Words {
        switch trace.verdict {
        case .notInForce(let period): notInForce(period)
        case .fails(let condition): fails(condition)
        case .noLines:
            Words(ja: "対象の明細がありません(%)。", en: "None of its lines is there (%).").naming(
                lines(rule.lines))
        case .linesTaken(let ids):
            Words(
                ja: "対象の明細はより限定的なルール(%)で計算しました。",
                en: "More specific rules count its lines: %."
            ).naming(rules(ids))
        case .nothingToBuildOn(let ids):
            Words(
                ja: "元になるルール(%)の付与がありません。",
                en: "None of the rules on which it builds gave points: %."
            ).naming(rules(ids))
        case .outdone(let winner, let award): outdone(by: self.rule(winner), with: award)
        case .gives(let award, let basis): gives(award, for: basis, by: rule)
        }
    }

    /// That a rule is not in force on the day.
    package func notInForce(_ period: EffectivePeriod) -> Words {
        Words(ja: "期間外です(%)。", en: "Not in force: %.").naming(
            .period(from: period.from.map { "\($0)" }, to: period.to.map { "\($0)" }))
    }

    /// That a part of a condition does not hold.
    package func fails(_ condition: Condition) -> Words {
        Words(ja: "条件に合いません: %。", en: "Does not apply: it asks for %.").naming(
            self.condition(condition))
    }

    private func outdone(by winner: Words, with award: RuleAward) -> Words {
        let points = Words.points(award.points)
        return Words(
            ja: "同じグループの\(winner.ja)を適用しました(このルールでは"
                + (award.cut == nil ? "" : "上限により") + "\(points.ja))。",
            en: "\(winner.en) of the same group counts; this one would have given \(points.en)"
                + (award.cut == nil ? "." : ", all that its cap leaves."))
    }
}

// MARK: - How it came to its points

extension Phrasing {
    private func gives(
        _ award: RuleAward, for basis: RuleTrace.Basis, by rule: EarnRule
    ) -> Words {
        var sentences = [self.award(rule.award)]
        if basis.paid > 0 {
            let treatment = Words.treatment(rule.redeemed)
            sentences.append(
                Words(ja: "ポイントで支払った%は", en: "What points paid (%) ").naming(money(basis.paid))
                    + treatment)
        }
        sentences += bases(of: award, basis, by: rule)
        if case .fixed = rule.award {} else { sentences.append(result(of: award, basis, by: rule)) }
        if let cut = award.cut {
            let (scope, left) = (Words.scope(cut.scope), Words.points(cut.points))
            sentences.append(
                Words(
                    ja: "上限(\(scope.ja))の残りは\(left.ja)", en: "A cap \(scope.en) leaves \(left.en)"))
        } else if award.isLifted {
            sentences.append(
                basis.off == nil
                    ? Words(ja: "0ポイントを下回りません", en: "Never less than nothing")
                    : Words(
                        ja: "ほかのルールの付与を超えては差し引きません",
                        en: "No more is taken off than other rules give"))
        }
        sentences.append(.points(award.points))
        return .joined(sentences, by: Words(ja: "。", en: ". ")) + Words(ja: "。", en: ".")
    }

    /// The money or the pieces that the rule looked at.
    private func bases(
        of award: RuleAward, _ basis: RuleTrace.Basis, by rule: EarnRule
    ) -> [Words] {
        if case .perItem = rule.award { return [.count(award.base, ja: "個", en: "piece")] }
        if let money = basis.sources?.money {
            return [Words(ja: "その対象金額: %", en: "Their money: %").naming(self.money(money))]
        }
        guard !basis.taxBases.isEmpty else { return [] }
        let parts = basis.taxBases.map { base in
            let money = money(base.money)
            return Words(ja: "\(base.rate)%対象\(money.ja)", en: "\(money.en) at \(base.rate) %")
        }
        let tax = Words.tax(isIncluded: rule.includesTax)
        let isReduced = basis.paid > 0 && rule.redeemed == .deduct
        return [
            Words(
                ja: (isReduced ? "差引後の" : "") + "対象金額(\(tax.ja)): ",
                en: (isReduced ? "Money left " : "Money ") + "\(tax.en): ") + .list(parts)
        ]
    }

    /// The exact points, and what rounding makes of them.
    private func result(
        of award: RuleAward, _ basis: RuleTrace.Basis, by rule: EarnRule
    ) -> Words {
        let exact = Words.number(award.exact)
        let sum = calculation(of: award, basis, by: rule)
        let words =
            Words(ja: "計算値 ", en: "Exactly ") + (sum.map { $0 + Words(" = ") + exact } ?? exact)
        guard award.exact != Fraction(Int128(award.rounded)) else { return words }
        let direction = Words.direction(of: award.rounding)
        let each =
            award.stage == .order
            ? Words("")
            : Words(ja: Words.each(award.stage).ja, en: " " + Words.each(award.stage).en)
        var rounded = Words.number(award.rounded)
        if award.stage != .order, let off = basis.off {
            let whole = Words.number(award.rounded + off.points)
            rounded = "\(whole) − \(Words.number(off.points)) = \(rounded)"
        }
        return words
            + Words(
                ja: "、\(each.ja)\(direction.ja): \(rounded)",
                en: ", rounded \(direction.en)\(each.en): \(rounded)")
    }

    /// How the exact points came about where other rules or redeemed points had a part in them.
    private func calculation(
        of award: RuleAward, _ basis: RuleTrace.Basis, by rule: EarnRule
    ) -> Words? {
        if let off = basis.off {
            return Words.number(award.exact + off.exact) + .minus(off.exact)
        }
        guard let sources = basis.sources else { return nil }
        let points = Fraction(Int128(sources.points))
        switch rule.award {
        case .multiply(let factor, _, _):
            return Words.number(sources.exact ?? points) + Words(" × ") + .number(factor)
                + .minus(points)
        case .addPercent(let share, _, _):
            guard let exact = sources.exact, let money = sources.money else { return nil }
            return Words.number(money * share) + Words(" + ") + .number(exact) + .minus(points)
        case .rate, .fixed, .perItem: return nil
        }
    }
}

extension Words {
    /// Less a number, which stands in brackets if it is below zero itself.
    fileprivate static func minus(_ number: Fraction) -> Words {
        Words(number.numerator < 0 ? " − (%)" : " − %").naming(.number(number))
    }
}
