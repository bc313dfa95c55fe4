internal import Glibc
internal import PointsCore
internal import PointsRules
internal import PointsStore

/// `meguri rules diff`: what changes from one set of rules to another, in words.
enum RulesDiffCommand {
    static func run(_ words: [String]) throws(CommandLineError) {
        let arguments = try Arguments(
            words, options: ["rules", "against", "db", "clock", "language"])
        try arguments.finish()
        let language = try Language(arguments)
        let folder = try arguments.value("rules")
        let old = try old(arguments)
        let new = try RulesCommand.source(in: folder)
        do throws(RulesError) {
            RulesCommand.say(try RulesDifference.changes(from: old, to: new), in: language)
        } catch {
            throw .rules(error)
        }
    }

    /// The set to compare with: a folder, or what is in force in a database.
    private static func old(_ arguments: Arguments) throws(CommandLineError) -> RulesetSource {
        switch (arguments.optional("against"), arguments.optional("db")) {
        case (let folder?, nil): return try RulesCommand.source(in: folder)
        case (nil, let path?):
            guard access(path, F_OK) == 0 else {
                throw .store(
                    .cannotOpen(
                        path: path,
                        problem:
                            "there is none yet; compare with a folder of rules by --against DIR"))
            }
            let view = try RulesHistoryCommand.view(arguments)
            do throws(RulesError) {
                return try RulesetSource(canonicalBytes: view.content)
            } catch {
                throw .rules(error)
            }
        default: throw .usage("Name --against DIR or --db FILE, one of them.", Usage.text)
        }
    }
}
