internal import Glibc
internal import PointsEngine
internal import PointsStore

/// `meguri export`: the journal in a form that a stranger's tool can add up.
enum ExportCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["db", "format", "members", "out"])
        try arguments.finish()
        let path = try arguments.value("db")
        let request = ExportRequest(
            format: try arguments.choice("format"), members: try members(arguments),
            readRules: EngineOpening.readRules)
        signal(SIGPIPE, SIG_IGN)
        let output = try OutputFile(path: arguments.optional("out"))
        // On one screen they would be mixed.
        let isAside = arguments.optional("out") != nil || isatty(STDOUT_FILENO) == 0
        let meter = ProgressLine(of: "entries")
        defer { meter.finish() }
        do throws(StoreError) {
            try Engine.export(
                path: path, request, progress: { if isAside { meter.show($0) } },
                { output.write($0) })
        } catch {
            throw .store(error)
        }
        try output.finish()
    }

    /// Member numbers, from the program itself, which is 0, on.
    private static func members(
        _ arguments: Arguments
    ) throws(CommandLineError) -> ClosedRange<Int64> {
        guard let text = arguments.optional("members") else { return 0...Int64.max }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { Int64($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
            throw .usage(
                "--members should be two member numbers such as 1-200000.", Usage.text)
        }
        return first...last
    }
}
