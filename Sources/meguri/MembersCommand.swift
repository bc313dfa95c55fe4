internal import Glibc
internal import PointsCore
internal import PointsEngine
internal import PointsStore

/// `meguri members`: who is in a segment, by their ids alone, so that nothing personal leaves.
enum MembersCommand {
    /// Forms of the list.
    private enum Format: String, CaseIterable {
        case csv, jsonl

        /// The line before the first member.
        var head: String { self == .csv ? "member\n" : "" }

        func line(of member: MemberID) -> String {
            switch self {
            case .csv: "\(member)\n"
            case .jsonl: "{\"member\":\"\(member)\"}\n"
            }
        }
    }

    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words, options: ["db", "segment", "rules", "format", "out", "clock"])
        try arguments.finish()
        let path = try arguments.value("db")
        let segment = try arguments.value("segment")
        let format = try arguments.optionalChoice("format") ?? Format.csv
        let rules = try arguments.optional("rules").map { (folder) throws(CommandLineError) in
            try EngineOpening.rules(in: folder).ruleset
        }
        let request = SegmentRequest(
            segment: segment, rules: rules, moment: try EngineOpening.clock(arguments)(),
            readRules: EngineOpening.readRules)
        signal(SIGPIPE, SIG_IGN)
        let interruption = Interruption()
        let output = try OutputFile(path: arguments.optional("out"))
        // On one screen they would be mixed.
        let isAside = arguments.optional("out") != nil || isatty(STDOUT_FILENO) == 0
        let meter = ProgressLine(of: "members")
        let outcome: SegmentRequest.Outcome
        _ = output.write(format.head)
        do throws(StoreError) {
            defer { meter.finish() }
            outcome = try Engine.members(
                path: path, request,
                progress: { progress in
                    if isAside { meter.show(progress) }
                    return !interruption.isWanted
                },
                { output.write(format.line(of: $0)) })
        } catch {
            throw .store(error)
        }
        switch outcome {
        case .unknown(let known):
            throw .usage(
                "There is no segment \"\(segment)\" in the rules; "
                    + (known.isEmpty
                        ? "they have none." : "they have \(known.joined(separator: ", "))."),
                Usage.text(of: ["members"]))
        case .interrupted where interruption.isWanted: throw .interrupted
        case .interrupted, .finished: try output.finish()
        }
    }
}
