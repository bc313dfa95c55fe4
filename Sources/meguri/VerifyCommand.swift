internal import PointsCore
internal import PointsEngine
internal import PointsJSON
internal import PointsStore
internal import PointsWire

/// `meguri verify`: recomputes every invariant from the journal, also beside a running server.
enum VerifyCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["db"], flags: ["json", "since-last"])
        try arguments.finish()
        let path = try arguments.value("db")
        let found = try verify(path, sinceLast: arguments.has("since-last"))
        if arguments.has("json") {
            var writer = JSONWriter()
            ReplyEncoder(calendar: BusinessCalendar(zone: .tokyo, startMinutes: 0))
                .write(.verification(found), to: &writer)
            Console.say(String(decoding: writer.bytes, as: UTF8.self))
        } else {
            Console.say(summary(of: found))
        }
        guard found.isOK else {
            throw .findings("The first difference: \(line(for: found.differences[0]))")
        }
    }

    private static func verify(
        _ path: String, sinceLast: Bool
    ) throws(CommandLineError) -> Verification {
        let meter = ProgressLine(of: "entries")
        let report: VerificationReport
        do throws(StoreError) {
            defer { meter.finish() }
            report = try Engine.verify(path: path, sinceLast: sinceLast) { meter.show($0) }
        } catch {
            throw .store(error)
        }
        if let reason = report.fallback {
            Console.note("everything is verified, because \(reason)")
        }
        if report.start != .none { Console.note("verified after entry \(report.start.number)") }
        guard let point = report.point else { return report.found }
        do throws(StoreError) {
            try Engine.keep(point, path: path)
        } catch {
            // What was found stands all the same; the next verification reads everything.
            Console.note(error.message)
        }
        return report.found
    }

    private static func summary(of found: Verification) -> String {
        let head = """
            \(found.transactions) transactions with \(found.postings) postings, \
            \(found.members) members with \(found.lots) lots: \
            \(found.isOK ? "everything adds up." : "\(found.differences.count) differences:")
            """
        return ([head] + found.differences.map { "  " + line(for: $0) }).joined(separator: "\n")
    }

    private static func line(for difference: Verification.Difference) -> String {
        let member = difference.member.map { " member \($0)" } ?? ""
        let entry = difference.transaction.map { " entry \($0.number)" } ?? ""
        return "\(difference.invariant)\(member)\(entry): \(difference.detail)"
    }
}
