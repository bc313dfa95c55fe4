// MARK: - In words

extension RuleTrace {
    /// What came of the rule and why, in a sentence.
    package func words(in language: Language, of rule: EarnRule) -> String {
        switch verdict {
        case .notInForce(let period):
            let from = period.from.map { "\($0)" } ?? ""
            let to = period.to.map { "\($0)" } ?? ""
            return language.pick("期間外(\(from)〜\(to))。", "Not in force: \(from)〜\(to).")
        case .fails(let condition):
            let asked = condition.words(in: language)
            return language.pick("条件に合いません: \(asked)。", "Does not apply: it asks for \(asked).")
        case .noLines:
            let lines = rule.lines.words(in: language)
            return language.pick("対象の明細がありません(\(lines))。", "None of its lines is there (\(lines)).")
        case .linesTaken(let rules):
            let names = language.list(rules)
            return language.pick(
                "対象の明細はより限定的なルール(\(names))で計算しました。",
                "More specific rules count its lines: \(names).")
        case .nothingToBuildOn(let rules):
            let names = language.list(rules)
            return language.pick(
                "元になるルール(\(names))の付与がありません。",
                "None of the rules on which it builds gave points: \(names).")
        case .outdone(let winner, let award):
            return language.pick(
                "同じグループの \(winner) を適用しました(このルールでは \(award.points)ポイント)。",
                "\(winner) of the same group counts; this one would have given \(award.points).")
        case .gives(let award, let bases):
            return words(for: award, bases, of: rule, in: language)
        }
    }

    private func words(
        for award: RuleAward, _ bases: [TaxBase], of rule: EarnRule, in language: Language
    ) -> String {
        var text = rule.award.words(in: language)
        if !bases.isEmpty {
            let parts = bases.map { "\($0.rate)%: \($0.money)" }
            let tax =
                rule.includesTax
                ? language.pick("税込", "with tax") : language.pick("税抜", "without tax")
            text +=
                language.pick("。対象金額(\(tax)) ", ". Money \(tax) ") + language.list(parts)
        }
        let exact = award.exact
        let rounded = exact.rounded(award.rounding)
        text += language.pick("。計算値 \(exact)", ". Exactly \(exact)")
        if exact.denominator != 1 {
            text += language.pick(
                "、\(award.rounding.words(in: language)) \(rounded)",
                ", \(award.rounding.words(in: language)) \(rounded)")
        }
        if let cut = award.cut {
            text += language.pick(
                "。上限(\(cut.scope.words(in: language)))の残り \(cut.points)",
                ". A cap (\(cut.scope.words(in: language))) leaves \(cut.points)")
        }
        return text
            + language.pick("。", ". ") + language.points(award.points) + language.pick("。", ".")
    }
}

extension Award {
    fileprivate func words(in language: Language) -> String {
        switch self {
        case .rate(let rate):
            let points = language.points(rate.points)
            guard rate.points.denominator == 1 else {
                let percent = rate.points * 100
                return language.pick("金額の \(percent)%", "\(percent) % of the money")
            }
            return language.pick(
                "\(rate.per)円\(rate.wholeStepsOnly ? "ごと" : "につき") \(points)",
                "\(points) for \(rate.wholeStepsOnly ? "each whole" : "every") \(rate.per)")
        case .fixed(let points):
            return language.pick("注文ごとに ", "") + language.points(points)
                + language.pick("", " for the order")
        case .perItem(let points):
            return language.pick("1点につき ", "") + language.points(points)
                + language.pick("", " for each piece")
        case .multiply(let factor, let ids, _):
            let names = language.list(ids)
            return language.pick("\(names) の \(factor)倍", "\(factor) times \(names)")
        case .addPercent(let share, let ids, _):
            let names = language.list(ids)
            let percent = share * 100
            return language.pick("\(names) に \(percent)%上乗せ", "\(percent) % more on \(names)")
        }
    }
}

extension Rounding {
    fileprivate func words(in language: Language) -> String {
        switch self {
        case .floor: language.pick("切り捨て", "rounded down")
        case .halfUp: language.pick("四捨五入", "rounded half up")
        case .ceiling: language.pick("切り上げ", "rounded up")
        }
    }
}

extension Cap.Scope {
    fileprivate func words(in language: Language) -> String {
        switch self {
        case .order: language.pick("1注文", "per order")
        case .day: language.pick("1日", "per day")
        case .month: language.pick("1か月", "per month")
        case .member: language.pick("1会員", "per member")
        case .campaign: language.pick("キャンペーン予算", "budget of the campaign")
        }
    }
}
