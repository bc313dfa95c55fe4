internal import PointsCore
internal import PointsRules

/// `meguri rules check|test`: the form of rules, and their worked examples.
enum RulesCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
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
        default: throw .usage("Say \"rules check\" or \"rules test\".", Usage.text)
        }
    }

    private static func test(_ rules: CheckedRules) throws(CommandLineError) {
        let outcomes = ExampleRunner.run(rules).map(\.complaint)
        let tierOutcomes = ExampleRunner.runTiers(rules).map(\.complaint)
        let complaints = (outcomes + tierOutcomes).compactMap(\.self)
        for complaint in complaints { Console.say(complaint.description) }
        let failed = complaints.count
        let count = outcomes.count + tierOutcomes.count
        Console.say("\(count - failed) passed, \(failed) failed")
        if failed > 0 { throw .findings("\(failed) examples do not come out.") }
    }
}
