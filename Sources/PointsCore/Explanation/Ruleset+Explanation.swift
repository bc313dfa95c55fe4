// MARK: - Traces in words

extension Ruleset {
    /// How things of these rules are said.
    package var phrasing: Phrasing { Phrasing(currency: program.currency, titles: titles) }

    /// The traces of all earning rules, in words.
    package func lines(for traces: [RuleTrace], in language: Language) -> [Explanation.Line] {
        let phrasing = phrasing
        return zip(earnRules, traces).map { rule, trace in
            Explanation.Line(
                rule: rule.id, title: title(of: rule.id, in: language), award: trace.award,
                basis: trace.basis, handling: rule.redeemed,
                words: phrasing.trace(trace, of: rule).text(in: language))
        }
    }

    /// What points paid under a redemption rule; `nil` if they paid nothing.
    package func redemption(
        of points: Int64, under rule: BurnRule?, in language: Language
    ) -> Explanation.Redemption? {
        guard points > 0, let rule else { return nil }
        let money = points * program.pointValue
        let (count, paid) = (Words.points(points), phrasing.money(money))
        return Explanation.Redemption(
            rule: rule.id, title: title(of: rule.id, in: language), points: points, money: money,
            words: Words(
                ja: "\(count.ja)で\(paid.ja)を支払いました。",
                en: "\(paid.en) paid with \(count.en)."
            ).text(in: language))
    }

    private func title(of id: String, in language: Language) -> String {
        titles[id]?.text(in: language) ?? id
    }
}
