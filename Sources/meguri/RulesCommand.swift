internal import PointsCore
internal import PointsRules

/// `meguri rules`: the form of rules and their worked examples; which sets there are, what changes between them, and what
/// they would have given.
enum RulesCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let rest = Array(words.dropFirst())
        switch words.first {
        case "activate": try RulesActivateCommand.run(rest)
        case "history": try RulesHistoryCommand.run(rest)
        case "diff": try RulesDiffCommand.run(rest)
        case "backtest": try BacktestCommand.run(rest)
        default: try look(words)
        }
    }

    /// Form and examples.
    private static func look(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(words, options: ["rules"])
        guard [["check"], ["test"]].contains(arguments.rest) else {
            throw .usage(
                "Say \"rules\" and one of check, test, activate, history, diff, backtest.",
                Usage.text)
        }
        let rules = try checked(in: try arguments.value("rules"))
        if arguments.rest == ["test"] { return try test(rules) }
        Console.say(counts(in: rules.ruleset) + " are well formed.")
    }

    private static func counts(in rules: Ruleset) -> String {
        let (earn, burn) = (rules.earnRules.count, rules.burnRules.count)
        let activities = rules.activityRules.count
        let counted =
            activities == 0
            ? "\(earn) earning and \(burn) redemption rules"
            : "\(earn) earning, \(burn) redemption and \(activities) activity rules"
        let (segments, offers) = (rules.segments.count, rules.offers.count)
        return counted
            + (segments == 0
                ? ""
                : ", \(Words.count(Int64(segments), ja: "", en: "segment").en) and "
                    + Words.count(Int64(offers), ja: "", en: "offer").en)
    }

    private static func test(_ rules: CheckedRules) throws(CommandLineError) {
        let failed = complain(of: rules)
        Console.say("\(rules.exampleCount - failed) passed, \(failed) failed")
        if failed > 0 { throw .findings("\(failed) examples do not come out.") }
    }

    /// Says what is wrong with examples.
    ///
    /// - Returns: How many do not come out.
    private static func complain(of rules: CheckedRules) -> Int {
        let complaints = ExampleRunner.complaints(of: rules)
        for complaint in complaints { Console.say(complaint.description) }
        return complaints.count
    }

    /// Refuses rules with an example that does not come out.
    static func requireExamples(of rules: CheckedRules) throws(CommandLineError) {
        let failed = complain(of: rules)
        if failed > 0 { throw .findings("\(failed) examples do not come out.") }
    }

    /// The rules of a folder.
    static func checked(in folder: String) throws(CommandLineError) -> CheckedRules {
        try checked(try source(in: folder))
    }

    /// The rules that files hold.
    static func checked(_ source: RulesetSource) throws(CommandLineError) -> CheckedRules {
        do throws(RulesError) {
            return try source.checked()
        } catch {
            throw .rules(error)
        }
    }

    /// The files of a folder, whether or not they make sense together.
    static func source(in folder: String) throws(CommandLineError) -> RulesetSource {
        do throws(RulesError) {
            return try RuleFolder.read(folder)
        } catch {
            throw .rules(error)
        }
    }

    /// Says changes, a line each.
    static func say(_ changes: [RulesChange], in language: Language) {
        if changes.isEmpty { Console.say(language.pick("変更はありません。", "Nothing changes.")) }
        for change in changes {
            let file = change.file.isEmpty ? "" : "\(change.file): "
            Console.say(file + language.pick(change.ja, change.en))
        }
    }
}
