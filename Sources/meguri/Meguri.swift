internal import Glibc

/// The command: arguments in, exit code out.
@main
enum Meguri {
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        do throws(CommandLineError) {
            try run(words)
        } catch {
            if case .helpWanted = error { return Console.say(Usage.text(of: words)) }
            Console.complain(error.message)
            exit(error.code.rawValue)
        }
    }

    private static func run(_ words: [String]) throws(CommandLineError) {
        guard let name = words.first else { throw .usage("Name a command.", Usage.text) }
        let rest = Array(words.dropFirst())
        switch name {
        case "stdio": try StdioCommand.run(rest)
        case "serve": try ServeCommand.run(rest)
        case "verify": try VerifyCommand.run(rest)
        case "rebuild": try RebuildCommand.run(rest)
        case "close": try CloseCommand.run(rest)
        case "export": try ExportCommand.run(rest)
        case "members": try MembersCommand.run(rest)
        case "explain": try ExplainCommand.run(rest)
        case "migrate": try MigrateCommand.run(rest)
        case "rules": try RulesCommand.run(rest)
        case "help", "--help", "-h": Console.say(Usage.text)
        case "version", "--version": Console.say("meguri \(Usage.version)")
        default: throw .usage("There is no command \"\(name)\".", Usage.text)
        }
    }
}
