internal import PointsCore
internal import PointsRules

/// `meguri rules check|test|backtest`: the form of rules, their worked examples, and what they would have given.
enum RulesCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        if words.first == "backtest" { return try BacktestCommand.run(Array(words.dropFirst())) }
        let arguments = try Arguments(words, options: ["rules"])
        let folder = try arguments.value("rules")
        let rules: CheckedRules
        do throws(RulesError) {
            rules = try RuleFolder.read(folder).checked()
        } catch {
            throw .rules(error)
        }
        switch arguments.rest {
        case ["check"]:
            let earn = rules.ruleset.earnRules.count
            let burn = rules.ruleset.burnRules.count
            Console.say("\(earn) earning and \(burn) redemption rules are well formed.")
        case ["test"]: try test(rules)
        default:
            throw .usage("Say \"rules check\", \"rules test\" or \"rules backtest\".", Usage.text)
        }
    }

    private static func test(_ rules: CheckedRules) throws(CommandLineError) {
        let outcomes = ExampleRunner.run(rules)
        let complaints = outcomes.compactMap(\.complaint)
        for complaint in complaints { Console.say(complaint.description) }
        let failed = complaints.count
        Console.say("\(outcomes.count - failed) passed, \(failed) failed")
        if failed > 0 { throw .findings("\(failed) examples do not come out.") }
    }
}
