import Foundation
import TestSupport
import Testing

/// `meguri export` on a database that was just written.
struct ExportProcessTests {
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = try folder.database()
        let rules = Repository.path("fixtures/rules/check")
        let requests = [1, 2].map { number in
            let card = "490123456789\(number)"
            let member = "{\"kind\":\"store_card\",\"value\":\"\(card)\"}"
            return """
                {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"identities":[\(member)],\
                "channel":"store","idempotencyKey":"join-\(number)"}}
                {"jsonrpc":"2.0","id":2,"method":"points.grant","params":{"member":\(member),\
                "points":\(number)00,"reason":"r","idempotencyKey":"grant-\(number)"}}

                """
        }
        let run = try MeguriProcess.run(
            ["stdio", "--db", database, "--rules", rules], input: requests.joined())
        try #require(run.status == 0 && !run.output.contains("error"))
    }

    private func export(_ words: [String]) throws -> MeguriProcess.Outcome {
        try MeguriProcess.run(["export", "--db", database] + words)
    }

    @Test(arguments: ["hledger", "beancount", "csv"])
    func `writes the same to a file as to standard output`(_ format: String) throws {
        let shown = try export(["--format", format])
        #expect(shown.status == 0 && shown.errors.isEmpty)
        #expect(shown.output.contains("M2"))
        let path = folder.path + "/journal"
        try "what was there".write(toFile: path, atomically: false, encoding: .utf8)
        let kept = try export(["--format", format, "--out", path])
        #expect(kept.status == 0 && kept.output.isEmpty && kept.errors.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == shown.output)
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test func `writes the members of a range`() throws {
        let second = try export(["--format", "hledger", "--members", "2-2"]).output
        #expect(second.contains("M2") && second.contains("200 PT") && !second.contains("M1"))
    }

    @Test(arguments: [
        ["--format", "ledger"], ["--format", "csv", "--members", "2"],
        ["--format", "csv", "--members", "2-1"], ["--format", "csv", "--members", "1-2-3"],
        ["--format", "csv", "--members", "-1-2"],
    ])
    func `says how the command line should be`(_ words: [String]) throws {
        let outcome = try export(words)
        #expect(outcome.status == 64)
        #expect(
            outcome.output.isEmpty && outcome.errors.hasPrefix("meguri: \(words[words.count - 2])"))
    }

    @Test func `a file that cannot be whole is not there`() throws {
        let outcome = try export(["--format", "csv", "--out", folder.path])
        #expect(outcome.status == 74)
        #expect(try export(["--format", "csv", "--out", "/dev/full"]).status == 74)
        let nowhere = try export(["--format", "csv", "--out", folder.path + "/none/x"])
        #expect(nowhere.status == 74)
    }
}
