// MARK: - Traces in words

extension Ruleset {
    /// A trace in words.
    package func line(for trace: RuleTrace, in language: Language) -> Explanation.Line? {
        guard let rule = earnRules.first(where: { $0.id == trace.rule }) else { return nil }
        var taxBases: [RuleTrace.TaxBase] = []
        if case .gives(_, let bases) = trace.verdict { taxBases = bases }
        return Explanation.Line(
            rule: rule.id, title: titles[rule.id]?.text(in: language) ?? rule.id,
            award: trace.award, taxBases: taxBases,
            words: trace.words(in: language, of: rule))
    }
}
