internal import Glibc
internal import PointsCore
internal import PointsEngine
internal import PointsJSON
internal import PointsRules
internal import PointsStore

/// `meguri rules backtest`: judges recorded purchases by a draft and by the active rules; nothing is written.
struct BacktestCommand {
    private let database: String
    private let days: ClosedRange<CivilDate>
    private let draft: CheckedRules
    private let against: CheckedRules?
    private let format: Format
    private let language: Language
    private let top: Int
    private let output: OutputFile

    /// Forms of the report.
    private enum Format: String, CaseIterable {
        case text, json, html
    }

    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words,
            options: [
                "db", "draft", "rules", "against", "from", "to", "format", "output", "language",
                "top",
            ])
        try arguments.finish()
        try BacktestCommand(arguments).run()
    }

    private init(_ arguments: Arguments) throws(CommandLineError) {
        database = try arguments.value("db")
        days = try BacktestCommand.days(arguments)
        format = try arguments.optionalChoice("format") ?? .text
        language = try Language(arguments)
        top = try BacktestCommand.top(arguments)
        guard let folder = arguments.optional("draft") ?? arguments.optional("rules") else {
            throw .usage("Name the folder of the draft with --draft.", Usage.text)
        }
        draft = try RulesCommand.checked(in: folder)
        against = try arguments.optional("against").map { (folder) throws(CommandLineError) in
            try RulesCommand.checked(in: folder)
        }
        output = try OutputFile(path: arguments.optional("output"))
    }

    private func run() throws(CommandLineError) {
        signal(SIGPIPE, SIG_IGN)
        let interruption = Interruption()
        let meter = ProgressLine(of: "entries")
        let report: BacktestReport?
        do throws(StoreError) {
            defer { meter.finish() }
            report = try Backtest(draft: draft, against: against?.ruleset, days: days, top: top)
                .report(on: database) { progress in
                    meter.show(progress)
                    return !interruption.isWanted
                }
        } catch {
            throw .store(error)
        }
        guard let report else { throw .interrupted }
        _ = output.write(text(of: report))
        try output.finish()
    }

    private func text(of report: BacktestReport) -> String {
        switch format {
        case .text: return report.text(in: language)
        case .html: return report.page(in: language)
        case .json:
            var writer = JSONWriter()
            report.write(to: &writer)
            writer.newline()
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}

// MARK: - Options

extension BacktestCommand {
    private static func days(
        _ arguments: Arguments
    ) throws(CommandLineError) -> ClosedRange<CivilDate> {
        let (first, last) = (try arguments.date("from"), try arguments.date("to"))
        guard first <= last else {
            throw .usage("--from should be a day before --to, or the same.", Usage.text)
        }
        return first...last
    }

    private static func top(_ arguments: Arguments) throws(CommandLineError) -> Int {
        guard let text = arguments.optional("top") else { return RulesLimits.backtestTopDefault }
        guard let top = Int(text), (0...RulesLimits.backtestTopMax).contains(top) else {
            throw .usage(
                "--top should be a number of members from 0 to \(RulesLimits.backtestTopMax).",
                Usage.text)
        }
        return top
    }
}
