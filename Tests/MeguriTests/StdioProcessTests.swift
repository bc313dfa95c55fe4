import Foundation
import PointsJSON
import TestSupport
import Testing

/// The command on its pipe, and its exit codes.
struct StdioProcessTests {
    private static let rules = Repository.path("fixtures/rules/check")

    private func health(_ id: Int) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"system.health"}"# + "\n"
    }

    private func stdio(_ database: String) -> [String] {
        ["stdio", "--db", database, "--rules", Self.rules]
    }

    // MARK: The pipe

    @Test
    func `answers each request before the next is sent, and ends well`() throws {
        let folder = try TemporaryFolder()
        let process = try MeguriProcess(stdio(folder.database()))
        for id in 1...3 {
            try process.send(health(id))
            #expect(
                process.nextLine()
                    == #"{"jsonrpc":"2.0","id":\#(id),"result":{"status":"ok","entries":1}}"#)
        }
        let outcome = try process.finish()
        #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    }

    @Test
    func `at the end of input everything is answered in order`() throws {
        let folder = try TemporaryFolder()
        let requests = (1...500).map(health).joined()
        let outcome = try MeguriProcess.run(stdio(folder.database()), input: requests)
        let ids = try outcome.output.split(separator: "\n").map {
            try JSON(parsing: String($0))["id"]?.exactInteger
        }
        #expect(outcome.status == 0)
        #expect(ids == (1...500).map { Int64($0) })
    }

    @Test
    func `a bad line is answered and the next one read`() throws {
        let folder = try TemporaryFolder()
        let input = "nonsense\n" + health(2) + "{\"jsonrpc\":\"2.0\"}\r\n" + health(4).dropLast()
        let outcome = try MeguriProcess.run(stdio(folder.database()), input: input)
        let codes = try outcome.output.split(separator: "\n").map {
            try JSON(parsing: String($0))["error"]?["code"]?.exactInteger
        }
        #expect(codes == [-32_700, nil, -32_600, nil])
    }

    @Test
    func `what was answered is there after the next start`() throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        let join = """
            {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"channel":"store",\
            "identities":[{"kind":"ec_account","value":"a"}],"idempotencyKey":"k"}}

            """
        let first = try MeguriProcess.run(stdio(database), input: join)
        let second = try MeguriProcess.run(stdio(database), input: join)
        let member = try JSON(parsing: first.output)["result"]?["member"]
        #expect(member != nil)
        #expect(try JSON(parsing: second.output)["result"]?["member"] == member)
        #expect(try JSON(parsing: second.output)["result"]?["replayed"] == true)
    }

    // MARK: Exit codes

    @Test
    func `a second writer ends with 75`() throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        let first = try MeguriProcess(stdio(database))
        try first.send(health(1))
        _ = first.nextLine()
        let second = try MeguriProcess.run(stdio(database))
        #expect(second.status == 75)
        #expect(second.output.isEmpty)
        #expect(second.errors.contains("Another process writes to \(database)."))
        #expect(try first.finish().status == 0)
    }

    @Test
    func `a database in no folder ends with 73`() throws {
        let folder = try TemporaryFolder()
        let outcome = try MeguriProcess.run(stdio(folder.path + "/none/program.db"))
        #expect(outcome.status == 73 && outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test
    func `a database of a newer version ends with 65 and is left alone`() throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        #expect(try MeguriProcess.run(stdio(database)).status == 0)
        let file = URL(fileURLWithPath: database)
        var bytes = try Data(contentsOf: file)
        // The user version stands at offset 60 of an SQLite file, big-endian.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try bytes.write(to: file)
        let outcome = try MeguriProcess.run(stdio(database))
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("has version 99"))
        #expect(try Data(contentsOf: file) == bytes)
    }

    @Test
    func `a file of something else ends with 65`() throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        try Data(String(repeating: "not a database\n", count: 100).utf8)
            .write(to: URL(fileURLWithPath: database))
        let outcome = try MeguriProcess.run(stdio(database))
        #expect(outcome.status == 65 && outcome.errors.contains(database))
    }

    @Test(arguments: ["{}", "{", #"{"program":"x"}"#])
    func `rules with a mistake end with 65`(_ program: String) throws {
        let folder = try TemporaryFolder()
        try Data(program.utf8).write(to: URL(fileURLWithPath: folder.path + "/program.json"))
        let database = try folder.database()
        let outcome = try MeguriProcess.run(["stdio", "--db", database, "--rules", folder.path])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("program.json"))
        #expect(!FileManager.default.fileExists(atPath: database))
    }

    @Test
    func `a folder of rules that is not there ends with 65`() throws {
        let folder = try TemporaryFolder()
        let rules = folder.path + "/none"
        let outcome = try MeguriProcess.run(["rules", "check", "--rules", rules])
        #expect(outcome.status == 65 && outcome.errors.contains(rules))
    }

    @Test(arguments: [
        [], ["nope"], ["stdio"], ["stdio", "--db", "x"], ["stdio", "--rules", "x"],
        ["stdio", "--db", "x", "--rules", "y", "z"], ["rules", "--rules", rules],
        ["close", "--db", "x"], ["close", "--db", "x", "--date", "today"],
        ["export", "--db", "x", "--format", "nope"],
        ["stdio", "--db", "x", "--rules", rules, "--seed", "-1"],
        ["stdio", "--db", "x", "--rules", rules, "--clock", "noon"],
    ])
    func `a wrong command line ends with 64 and says how it should be`(_ words: [String]) throws {
        let outcome = try MeguriProcess.run(words)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("meguri stdio     --db FILE --rules DIR"))
    }

    @Test
    func `verify without a database is a wrong command line`() throws {
        let outcome = try MeguriProcess.run(["verify"])
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("--db is missing."))
    }

    // MARK: The other commands

    @Test
    func `rules are checked and their examples tested`() throws {
        let check = try MeguriProcess.run(["rules", "check", "--rules", Self.rules])
        #expect(check.status == 0)
        #expect(check.output == "2 earning and 1 redemption rules are well formed.\n")
        let test = try MeguriProcess.run(["rules", "test", "--rules", Self.rules])
        #expect(test.status == 0 && test.output == "3 passed, 0 failed\n")
    }

    @Test
    func `a day is closed once and the database verifies`() throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        let clock = ["--clock", "2026-06-10T12:00:00+09:00"]
        #expect(try MeguriProcess.run(stdio(database) + clock).status == 0)
        let close = ["close", "--db", database, "--date", "2026-06-10"] + clock
        let first = try MeguriProcess.run(close)
        let second = try MeguriProcess.run(close)
        #expect(first.status == 0 && first.output.contains(#""day":"2026-06-10""#))
        #expect(second.status == 0 && second.output.contains(#""replayed":true"#))
        let verify = try MeguriProcess.run(["verify", "--db", database, "--json"])
        #expect(verify.status == 0)
        #expect(try JSON(parsing: verify.output)["ok"] == true)
    }
}
