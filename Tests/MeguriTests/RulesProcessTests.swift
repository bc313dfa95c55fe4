import Foundation
import TestSupport
import Testing

/// `meguri rules activate`, `history` and `diff` as processes.
struct RulesProcessTests {
    private static let summer = Repository.path("fixtures/rules/summer")
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = try folder.database()
    }

    /// A copy of the rules in which something of a file is another.
    private func rules(
        _ name: String, _ file: String, _ changes: [String: String]
    ) throws -> String {
        let path = folder.path + "/" + name
        try FileManager.default.copyItem(atPath: Self.summer, toPath: path)
        var text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
        for (old, new) in changes {
            try #require(text.contains(old))
            text = text.replacingOccurrences(of: old, with: new)
        }
        try text.write(toFile: path + "/" + file, atomically: false, encoding: .utf8)
        return path
    }

    private func double() throws -> String {
        try rules(
            "double", "earn/base.json",
            [#""points": 1,"#: #""points": 2,"#, "11}": "22}", "earn 11": "earn 22"])
    }

    private func run(_ words: [String], at hour: Int = 12) throws -> MeguriProcess.Outcome {
        try MeguriProcess.run(
            ["rules"] + words + ["--clock", "2026-06-10T\(hour):00:00+09:00"])
    }

    @Test
    func `the first rules are activated, others are announced, and both are told`() throws {
        let first = try run(["activate", "--db", database, "--rules", Self.summer])
        #expect(first.status == 0)
        #expect(first.output.hasSuffix(" is in force as the first set of rules.\n"))
        let next = try run([
            "activate", "--db", database, "--rules", double(), "--effective-from",
            "2026-06-10T18:00:00+09:00", "--reason", "summer",
        ])
        #expect(next.status == 0, "\(next.errors)")
        let lines = next.output.split(separator: "\n")
        #expect(lines.first?.hasSuffix(" is in force from 2026-06-10T18:00:00+09:00.") == true)
        #expect(
            lines.dropFirst() == [
                "earn/base.json: Base points – gives: 1 point for every 100 yen → 2 points for every 100 yen",
                "earn/base.json: Base points – examples: 1 new, 1 removed",
            ])
        let history = try run(["history", "--db", database])
        #expect(history.status == 0)
        let hashes = [lines[0], first.output[...]].map { String($0.prefix(64)) }
        #expect(
            history.output == """
                t_2 \(hashes[0]) from 2026-06-10T18:00:00+09:00, announced, activated 2026-06-10T12:00:00+09:00: summer
                t_1 \(hashes[1]) the first, in force, activated 2026-06-10T12:00:00+09:00

                """)
        let later = try run(["history", "--db", database], at: 18).output
        #expect(later.contains("t_2 \(hashes[0]) from 2026-06-10T18:00:00+09:00, in force,"))
        #expect(try MeguriProcess.run(["verify", "--db", database]).status == 0)
    }

    @Test
    func `what cannot be activated is refused and leaves everything as it was`() throws {
        let unmade = try run([
            "activate", "--db", database, "--rules", Self.summer, "--effective-from",
            "2026-06-10T18:00:00+09:00",
        ])
        #expect(unmade.status == 64)
        _ = try run(["activate", "--db", database, "--rules", Self.summer])
        let same = try run(["activate", "--db", database, "--rules", Self.summer])
        #expect(same.status == 1)
        #expect(
            same.errors
                == "meguri: invalid_params: /files should be other rules: these are in force already.\n"
        )
        let broken = try rules("broken", "earn/base.json", [#""points": 1,"#: #""points": 2,"#])
        let examples = try run(["activate", "--db", database, "--rules", broken])
        #expect(examples.status == 1 && examples.output.contains("/examples/0: example"))
        let wrong = try rules("wrong", "earn/base.json", [#""per""#: #""pre""#])
        #expect(try run(["activate", "--db", database, "--rules", wrong]).status == 65)
        let moved = try rules("moved", "program.json", ["Asia/Tokyo": "UTC", "JPY": "USD"])
        let books = try run(["activate", "--db", database, "--rules", moved])
        #expect(books.status == 1)
        #expect(
            books.output == """
                program.json at /currency: found USD, expected JPY: the books are kept in it
                program.json at /timeZone: found UTC, expected Asia/Tokyo: the books are kept in it

                """)
        #expect(try run(["history", "--db", database]).output.split(separator: "\n").count == 1)
    }

    @Test
    func `tells what changes between folders and against a database`() throws {
        let double = try double()
        let folders = try run(["diff", "--rules", double, "--against", Self.summer])
        #expect(folders.status == 0)
        #expect(folders.output.hasPrefix("earn/base.json: Base points – gives: 1 point"))
        _ = try run(["activate", "--db", database, "--rules", Self.summer])
        let kept = try run(["diff", "--rules", double, "--db", database])
        #expect(kept.status == 0 && kept.output == folders.output)
        let japanese = try run([
            "diff", "--rules", double, "--db", database, "--language", "ja",
        ])
        #expect(
            japanese.output == """
                earn/base.json: 基本ポイント – 付与: 100円ごとに1ポイント → 100円ごとに2ポイント
                earn/base.json: 基本ポイント – 例: 追加1件、削除1件

                """)
        let same = try run(["diff", "--rules", Self.summer, "--db", database])
        #expect(same.output == "Nothing changes.\n")
    }

    @Test
    func `a server that starts under another folder says so`() throws {
        let health = #"{"jsonrpc":"2.0","id":1,"method":"system.health"}"# + "\n"
        let first = try MeguriProcess.run(
            ["stdio", "--db", database, "--rules", Self.summer], input: health)
        #expect(first.status == 0 && first.errors.isEmpty)
        let hash = try run(["history", "--db", database]).output.split(separator: " ")[1]
        let next = try MeguriProcess.run(
            ["stdio", "--db", database, "--rules", double()], input: health)
        #expect(next.status == 0)
        #expect(
            next.errors
                == "meguri: the rules of the folder are in force from now on, in the place of \(hash)\n"
        )
        let current = try run(["history", "--db", database]).output.split(separator: " ")[1]
        let back = try MeguriProcess.run(
            ["stdio", "--db", database, "--rules", Self.summer], input: health)
        #expect(back.status == 0)
        #expect(
            back.errors == """
                meguri: the rules of the folder were activated before and replaced since; \
                \(current) stays in force. \
                To bring them back, activate them: rules activate, or rules.activate.

                """)
    }

    @Test
    func `history and differences are told beside a server, an activation is not`() throws {
        let double = try double()
        let server = try MeguriProcess(["stdio", "--db", database, "--rules", Self.summer])
        try server.send(#"{"jsonrpc":"2.0","id":1,"method":"system.health"}"# + "\n")
        _ = server.nextLine()
        #expect(try run(["history", "--db", database]).status == 0)
        #expect(try run(["diff", "--rules", double, "--db", database]).status == 0)
        #expect(try run(["activate", "--db", database, "--rules", double]).status == 75)
        #expect(try server.finish().status == 0)
    }

    @Test
    func `says how to compare before there is a database, and makes none`() throws {
        let outcome = try run(["diff", "--rules", Self.summer, "--db", database])
        #expect(outcome.status == 73 && outcome.output.isEmpty)
        #expect(
            outcome.errors == """
                meguri: The database \(database) cannot be opened: there is none yet; \
                compare with a folder of rules by --against DIR.

                """)
        #expect(!FileManager.default.fileExists(atPath: database))
    }

    @Test(arguments: [
        ["fly"], ["diff", "--rules", "x"],
        ["diff", "--rules", "x", "--against", "y", "--db", "z"],
        ["diff", "--rules", "x", "--against", "y", "--language", "fr"],
        ["activate", "--db", "x", "--rules", "y", "--effective-from", "tomorrow"],
    ])
    func `says how the command line should be`(_ words: [String]) throws {
        let outcome = try MeguriProcess.run(["rules"] + words)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
    }
}
