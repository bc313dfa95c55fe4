internal import PointsCore
internal import PointsJSON

// MARK: - Rules

extension ReplyEncoder {
    func write(_ view: RulesView, to writer: inout JSONWriter) {
        writer.member(
            "rules",
            object: { writer in
                write(view.current, to: &writer)
                // Canonical content is JSON as it stands.
                writer.member(named: "files") { $0.raw(view.content) }
            })
        write(view.announced, named: "announced", to: &writer)
        write(view.history, named: "history", to: &writer)
    }

    private func write(
        _ versions: [RulesView.Version], named key: StaticString, to writer: inout JSONWriter
    ) {
        writer.member(
            key,
            array: { writer in
                for version in versions {
                    writer.element(object: { write(version, to: &$0) })
                }
            })
    }

    private func write(_ version: RulesView.Version, to writer: inout JSONWriter) {
        writeHead(of: version, to: &writer)
        writer.member("announcedAt", calendar.text(of: version.entry.cause.recordedAt))
        writer.member("actor", version.entry.cause.actor)
        writer.member("reason", version.activated.reason)
    }

    private func writeHead(of version: RulesView.Version, to writer: inout JSONWriter) {
        writer.member("hash", Hexadecimal.text(of: version.activated.hash))
        if let moment = version.effectiveFrom {
            writer.member("effectiveFrom", calendar.text(of: moment))
        } else {
            writer.memberNull("effectiveFrom")
        }
        writer.member(
            "transaction",
            version.entry.position.text(prefix: JournalPosition.transactionPrefix))
    }

    /// What an activation did.
    func writeActivation(_ receipt: Receipt, to writer: inout JSONWriter) {
        guard let version = RulesView.Version(receipt.entry) else { return }
        writer.member("rules", object: { writeHead(of: version, to: &$0) })
        writer.member(
            "changes",
            array: { writer in
                for change in receipt.changes {
                    writer.element(object: {
                        $0.member("file", change.file)
                        $0.member("pointer", change.pointer)
                        $0.member("ja", change.ja)
                        $0.member("en", change.en)
                    })
                }
            })
    }

    func write(_ check: RulesCheck, to writer: inout JSONWriter) {
        writer.member("ok", check.isOK)
        writer.member("hash", Hexadecimal.text(of: check.hash))
        writer.member("earn", check.earnFiles)
        writer.member("burn", check.burnFiles)
        writer.member("activities", check.activityFiles)
        writer.member("segments", check.segmentFiles)
        writer.member("offers", check.offerFiles)
        writer.member(
            "examples",
            object: {
                $0.member("passed", check.examplesPassed)
                $0.member("failed", check.examplesFailed)
            })
        writer.member(
            "problems",
            array: { writer in
                for problem in check.problems {
                    writer.element(object: { Self.write(problem, to: &$0) })
                }
            })
    }

    static func write(_ problem: RulesProblem, to writer: inout JSONWriter) {
        writer.member("file", problem.file)
        writer.member("pointer", problem.pointer)
        writer.member("problem", problem.problem)
    }
}
