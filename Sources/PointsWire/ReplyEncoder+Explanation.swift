internal import PointsCore
internal import PointsJSON

// MARK: - Why points were earned

extension ReplyEncoder {
    func write(_ explanation: Explanation, to writer: inout JSONWriter) {
        writer.member(
            "explanation",
            object: { writer in
                writer.member("language", explanation.language.rawValue)
                writer.member("ruleset", Hexadecimal.text(of: explanation.ruleset))
                if let obstacle = explanation.obstacle { writer.member("words", obstacle) }
                write(explanation.sold, named: "sold", redemption: "redeemed", to: &writer)
                if let left = explanation.left {
                    write(left, named: "left", redemption: "stillRedeemed", to: &writer)
                }
            })
    }

    private func write(
        _ part: Explanation.Part, named name: StaticString, redemption: StaticString,
        to writer: inout JSONWriter
    ) {
        if let paid = part.redemption {
            writer.member(
                redemption,
                object: {
                    $0.member("rule", paid.rule)
                    $0.member("title", paid.title)
                    $0.member("points", paid.points)
                    $0.member("money", paid.money)
                    $0.member("words", paid.words)
                })
        }
        writer.member(name, array: { write(part.lines, to: &$0) })
    }

    private func write(_ lines: [Explanation.Line], to writer: inout JSONWriter) {
        for line in lines {
            writer.element(object: { writer in
                writer.member("rule", line.rule)
                writer.member("title", line.title)
                writer.member("applied", line.award != nil)
                if let award = line.award { write(award, to: &writer) }
                if let basis = line.basis {
                    write(basis, handling: line.handling, to: &writer)
                }
                writer.member("words", line.words)
            })
        }
    }

    private func write(_ award: RuleAward, to writer: inout JSONWriter) {
        writer.member("points", award.points)
        writer.member("exact", award.exact.description)
        writer.member("rounding", award.rounding.rawValue)
        writer.member("stage", award.stage.rawValue)
        writer.member("rounded", award.rounded)
        guard let cut = award.cut else { return }
        writer.member(
            "cap",
            object: {
                $0.member("left", cut.points)
                $0.member("per", cut.scope.rawValue)
            })
    }

    private func write(
        _ basis: RuleTrace.Basis, handling: EarnRule.RedeemedBase, to writer: inout JSONWriter
    ) {
        if !basis.taxBases.isEmpty {
            writer.member("base", array: { write(basis.taxBases, to: &$0) })
        }
        if basis.paid > 0 {
            writer.member(
                "redeemed",
                object: {
                    $0.member("money", basis.paid)
                    $0.member("handling", handling.rawValue)
                    $0.member("exact", basis.off?.exact.description)
                })
        }
        if let sources = basis.sources {
            writer.member(
                "of",
                object: {
                    $0.member("points", sources.points)
                    $0.member("exact", sources.exact?.description)
                    $0.member("money", sources.money?.rounded(.floor))
                })
        }
    }

    private func write(_ bases: [RuleTrace.TaxBase], to writer: inout JSONWriter) {
        for base in bases {
            writer.element(object: {
                $0.member("taxRate", base.rate)
                $0.member("money", base.money)
            })
        }
    }
}
