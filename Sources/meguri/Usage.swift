/// What the command says of itself.
enum Usage {
    static let version = "0.1.0"

    /// The option of every command that asks how it is used, without its dashes.
    static let option = "help"

    /// How every command is used.
    static let text = (["\(title)\n"] + commands + ["\n\(notes)"]).joined(separator: "\n")

    /// How the command is used with which a command line begins; all of them, if it begins with none.
    static func text(of words: [String]) -> String {
        let wanted = words.prefix { !$0.hasPrefix("-") }
        for count in [2, 1] where wanted.count >= count {
            let found = commands.filter {
                names(of: $0, count: count).contains { $0 == wanted.prefix(count) }
            }
            if !found.isEmpty { return found.joined(separator: "\n") }
        }
        return text
    }

    /// What a command line begins with that a text tells of: `rules check` and `rules test`.
    private static func names(of text: String, count: Int) -> [ArraySlice<String>] {
        let words = text.split(separator: " ").prefix(3).map(String.init)
        guard count > 1 else { return [words[1...1]] }
        return words[2].split(separator: "|").map { [words[1], String($0)] }
    }
}

// MARK: - Text

extension Usage {
    private static let title =
        "Meguri: one points-and-membership engine for shops and their web shop."

    private static let commands = [
        """
        meguri stdio     --db FILE --rules DIR             JSON-RPC 2.0, one message a line
        """,
        """
        meguri serve     --db FILE --rules DIR --listen ADDRESS --insecure-no-auth
                                                           the same over HTTP; ADDRESS is HOST:PORT or unix:PATH
        """,
        """
        meguri verify    --db FILE [--since-last] [--json] recompute every invariant from the journal
        """,
        """
        meguri rebuild   --db FILE [--compare]             fold all projections anew, or hold them against the journal
        """,
        """
        meguri close     --db FILE --date DAY              close a business day
        """,
        """
        meguri export    --db FILE --format hledger|beancount|csv|purchases [--members FIRST-LAST] [--out FILE]
                                                           the journal, for a stranger's tool
        """,
        """
        meguri members   --db FILE --segment ID [--rules DIR] [--format csv|jsonl] [--out FILE] [--clock MOMENT]
                                                           ids of the members of a segment who agreed to its purpose
        """,
        """
        meguri explain   --db FILE --purchase ID | --channel NAME --order NUMBER [--language en|ja]
                                                           why a purchase earned what it did, rule by rule
        """,
        """
        meguri migrate   plan|apply|reconcile --db FILE    balances of other systems; Documentation/migration.md
        """,
        """
        meguri rules     check|test --rules DIR            form and worked examples of rules
        """,
        """
        meguri rules     activate --db FILE --rules DIR [--effective-from MOMENT] [--reason TEXT] [--language ja|en]
                                                           put rules into force, now or at a moment announced ahead
        """,
        """
        meguri rules     history --db FILE                 which rules there were, are and will be
        """,
        """
        meguri rules     diff --rules DIR --against DIR|--db FILE [--language ja|en]
                                                           what changes between two sets of rules, in words
        """,
        """
        meguri rules     backtest --db FILE --draft DIR --from DAY --to DAY [--against DIR] [--format text|json|html]
                         [--output FILE] [--language en|ja] [--top NUMBER]
                                                           what a draft would have given for recorded purchases
        """,
    ]

    private static let notes = """
        serve --peer-connections NUMBER lets one peer, such as a proxy in front, hold that many connections.
        Rehearsals: --clock MOMENT stops the clock of stdio and serve, --seed NUMBER makes their ids repeatable.
        """
}
