internal import PointsEngine

/// `meguri rebuild`: folds the journal anew into all projections; with `--compare` only to hold them against it.
enum RebuildCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["db"], flags: ["compare"])
        try arguments.finish()
        let path = try arguments.value("db")
        let meter = ProgressLine(of: "entries")
        if arguments.has("compare") {
            let compared = try engine { () throws(EngineError) in
                defer { meter.finish() }
                return try Engine.compare(path: path, progress: { meter.show($0) })
            }
            guard let difference = compared.difference else {
                Console.say("Every projection is what \(compared.position) entries come to.")
                return
            }
            throw .findings("The first difference: \(difference.text)")
        }
        let entries = try engine { () throws(EngineError) in
            defer { meter.finish() }
            return try Engine.rebuild(path: path, progress: { meter.show($0) })
        }
        Console.say("All projections are folded anew from \(entries) entries.")
    }

    private static func engine<Result>(
        _ body: () throws(EngineError) -> Result
    ) throws(CommandLineError) -> Result {
        do throws(EngineError) {
            return try body()
        } catch {
            throw .engine(error)
        }
    }
}
