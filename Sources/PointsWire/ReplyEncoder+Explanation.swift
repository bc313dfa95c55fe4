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
                writer.member("sold", array: { write(explanation.sold, to: &$0) })
                if let left = explanation.left {
                    writer.member("left", array: { write(left, to: &$0) })
                }
            })
    }

    private func write(_ lines: [Explanation.Line], to writer: inout JSONWriter) {
        for line in lines {
            writer.element(object: { writer in
                writer.member("rule", line.rule)
                writer.member("title", line.title)
                writer.member("applied", line.award != nil)
                if let award = line.award {
                    writer.member("points", award.points)
                    writer.member("exact", award.exact.description)
                    writer.member("rounding", award.rounding.rawValue)
                    if let cut = award.cut {
                        writer.member(
                            "cap",
                            object: {
                                $0.member("left", cut.points)
                                $0.member("per", cut.scope.rawValue)
                            })
                    }
                }
                if !line.taxBases.isEmpty {
                    writer.member("base", array: { write(line.taxBases, to: &$0) })
                }
                writer.member("words", line.words)
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
