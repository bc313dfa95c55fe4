import Foundation
import TestSupport
import Testing

/// `meguri members` on a database that was just written.
struct MembersProcessTests {
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = try folder.database()
        let transcript = try Transcript(named: "segments-and-offers")
        let run = try MeguriProcess.run(
            [
                "stdio", "--db", database, "--rules", Repository.path("fixtures/rules/offers"),
                "--clock", "2026-06-10T12:00:00+09:00", "--seed", "1",
            ], input: transcript.exchanges.prefix(6).map { $0.request + "\n" }.joined())
        try #require(run.status == 0 && !run.output.contains("error"))
    }

    private func members(_ words: [String]) throws -> MeguriProcess.Outcome {
        try MeguriProcess.run(
            ["members", "--db", database, "--clock", "2026-06-10T12:00:00+09:00"] + words)
    }

    private static let member = "m_6wwghzs0p0tpws22hdxj4g4q61"

    @Test(arguments: [
        ([], "member\n\(member)\n"), (["--format", "csv"], "member\n\(member)\n"),
        (["--format", "jsonl"], "{\"member\":\"\(member)\"}\n"),
        (["--rules", Repository.path("fixtures/rules/offers")], "member\n\(member)\n"),
    ])
    func `writes the ids of who is in the segment and agreed`(
        _ words: [String], _ text: String
    ) throws {
        let shown = try members(["--segment", "segments/both"] + words)
        #expect(shown.status == 0 && shown.errors.isEmpty)
        #expect(shown.output == text)
        let path = folder.path + "/members"
        let kept = try members(["--segment", "segments/both", "--out", path] + words)
        #expect(kept.status == 0 && kept.output.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test func `names the segments that there are`() throws {
        let outcome = try members(["--segment", "segments/none"])
        #expect(outcome.status == 64)
        #expect(
            outcome.errors.contains(
                "There is no segment \"segments/none\" in the rules; they have segments/both."))
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ["--format", "csv"], ["--segment", "segments/both", "--format", "xml"],
        ["--segment", "segments/both", "--member", "1"],
    ])
    func `says how the command line should be`(_ words: [String]) throws {
        let outcome = try members(words)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("meguri members"))
    }
}
