internal import PointsCore
internal import PointsEngine
internal import PointsStore

/// `meguri rules history`: the sets of rules that a database knows, newest first, also beside a running server.
enum RulesHistoryCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["db", "clock"])
        try arguments.finish()
        let view = try view(arguments)
        let calendar: BusinessCalendar
        do throws(Refusal) {
            calendar = try EngineOpening.readRules(view.content).program.calendar
        } catch {
            throw .refused(error)
        }
        for version in view.history { Console.say(line(for: version, in: view, calendar)) }
    }

    /// The rules of `--db` as they are at `--clock`, or now.
    static func view(_ arguments: Arguments) throws(CommandLineError) -> RulesView {
        let path = try arguments.value("db")
        let now = try EngineOpening.clock(arguments)()
        let view: RulesView?
        do throws(StoreError) {
            view = try Engine.rules(path: path, at: now)
        } catch {
            throw .store(error)
        }
        guard let view else { throw .engine(.noRules) }
        return view
    }

    private static func line(
        for version: RulesView.Version, in view: RulesView, _ calendar: BusinessCalendar
    ) -> String {
        let id = version.entry.position.text(prefix: JournalPosition.transactionPrefix)
        let from = version.effectiveFrom.map { "from \(calendar.text(of: $0))" } ?? "the first"
        let recorded = calendar.text(of: version.entry.cause.recordedAt)
        var standing = ""
        if version == view.current { standing = ", in force" }
        if view.announced.contains(version) { standing = ", announced" }
        let reason = version.activated.reason.map { ": \($0)" } ?? ""
        return "\(id) \(Hexadecimal.text(of: version.activated.hash)) \(from)\(standing), "
            + "activated \(recorded)\(reason)"
    }
}
