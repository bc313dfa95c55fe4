import Foundation
import PointsJSON
import TestSupport
import Testing

/// `meguri rules backtest` on a database that was just written.
struct BacktestProcessTests {
    private static let rules = Repository.path("fixtures/rules/check")
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = try folder.database()
        let member = #"{"kind":"store_card","value":"4901234567894"}"#
        let requests = """
            {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"identities":[\(member)],\
            "channel":"store","idempotencyKey":"j","occurredAt":"2026-06-01T10:00:00+09:00"}}
            {"jsonrpc":"2.0","id":2,"method":"purchase.record","params":{"member":\(member),\
            "channel":"store","store":"<script>","order":"1","occurredAt":"2026-06-01T12:00:00+09:00",\
            "amountsIncludeTax":true,"lines":[{"line":"1","quantity":1,"amount":1078,"taxRate":10}],\
            "idempotencyKey":"s"}}

            """
        let run = try MeguriProcess.run(
            ["stdio", "--db", database, "--rules", Self.rules], input: requests)
        try #require(run.status == 0 && !run.output.contains("error"), "\(run.output)")
    }

    /// A copy of the rules with another text in one of its files.
    private func draft(_ file: String, _ old: String, _ new: String) throws -> String {
        let draft = folder.path + "/draft"
        try FileManager.default.copyItem(atPath: Self.rules, toPath: draft)
        let path = draft + "/" + file
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacingOccurrences(of: old, with: new)
            .write(toFile: path, atomically: true, encoding: .utf8)
        return draft
    }

    private func backtest(
        _ draft: String, _ words: [String] = [], to last: String = "2026-06-30"
    ) throws -> MeguriProcess.Outcome {
        try MeguriProcess.run(
            [
                "rules", "backtest", "--db", database, "--draft", draft, "--from", "2026-06-01",
                "--to", last,
            ] + words)
    }

    /// Lets a stranger's parser read a page.
    private func title(ofPage page: String) throws -> String {
        let path = folder.path + "/page.html"
        try page.write(toFile: path, atomically: true, encoding: .utf8)
        let parser = Process()
        let output = Pipe()
        parser.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        parser.arguments = [
            "python3", "-c",
            """
            import sys, xml.etree.ElementTree as tree
            root = tree.parse(sys.argv[1]).getroot()
            names = {element.tag.rpartition('}')[2] for element in root.iter()}
            assert not names & {'script', 'link', 'img', 'iframe', 'b'}, names
            print(root.find('.//{*}title').text, end='')
            """, path,
        ]
        parser.standardOutput = output
        try parser.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        parser.waitUntilExit()
        try #require(parser.terminationStatus == 0, "\(page)")
        return String(decoding: said, as: UTF8.self)
    }

    @Test func `tells what a draft would have given`() throws {
        let draft = try draft(
            "earn/base.json", #""points": 1, "per": 100"#, #""points": 2, "per": 100"#)
        let outcome = try backtest(draft)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("Back-test of draft rules: check\n"))
        let points = outcome.output.split(separator: "\n").first { $0.hasPrefix("  Points ") }
        #expect(points?.split(separator: " ") == ["Points", "9", "19", "+10"])
        let document = try JSON(parsing: try backtest(draft, ["--format", "json"]).output)
        #expect(
            document.object?["total"]?.object?["difference"]?.text()
                == #"{"points":10,"cost":10}"#)
        let same = try backtest(draft, ["--format", "json", "--against", draft])
        #expect(same.output.contains(#""difference":{"points":0,"cost":0}"#))
    }

    @Test(arguments: ["text", "json", "html"])
    func `writes the same to a file as to standard output`(_ format: String) throws {
        let words = ["--format", format, "--language", "ja"]
        let shown = try backtest(Self.rules, words)
        let path = folder.path + "/report"
        let kept = try backtest(Self.rules, words + ["--output", path])
        #expect(shown.status == 0 && kept.status == 0 && kept.output.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == shown.output)
        #expect(try backtest(Self.rules, words).output == shown.output)
    }

    @Test(arguments: ["en", "ja"])
    func `a page holds hostile names as text`(_ language: String) throws {
        let hostile = #"</title><script>alert(1)</script><b a='\"&amp;]]>"#
        let draft = try draft("program.json", #""program": "check""#, #""program": "\#(hostile)""#)
        let titled = draft + "/earn/base.json"
        let text = try String(contentsOfFile: titled, encoding: .utf8)
        try text.replacingOccurrences(of: "Base points", with: hostile)
            .replacingOccurrences(of: "基本ポイント", with: hostile + #"\u0007"#)
            .write(toFile: titled, atomically: true, encoding: .utf8)
        let page = try backtest(draft, ["--format", "html", "--language", language])
        #expect(page.status == 0, "\(page.errors)")
        let title = try title(ofPage: page.output)
        #expect(title.hasSuffix(#": </title><script>alert(1)</script><b a='"&amp;]]>"#))
        #expect(page.output.contains("lang=\"\(language)\""))
        #expect(!page.output.contains("<script") && !page.output.contains("src=\""))
    }

    @Test func `a period without a purchase has a report`() throws {
        for format in ["text", "json", "html"] {
            let outcome = try MeguriProcess.run([
                "rules", "backtest", "--db", database, "--rules", Self.rules, "--from",
                "2025-01-01", "--to", "2025-12-31", "--format", format,
            ])
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            if format == "html" { #expect(try title(ofPage: outcome.output).hasSuffix("check")) }
        }
    }

    @Test(arguments: [
        (["--format", "pdf"], "--format should be one of text, json, html."),
        (["--language", "fr"], "--language should be ja or en."),
        (["--top", "-1"], "--top should be a number of members from 0 to 1000."),
        (["--draft", "x"], "--draft takes one value, once."),
        (["more"], "\"more\" is one word too many."),
    ])
    func `says how the command line should be`(_ words: [String], _ problem: String) throws {
        let outcome = try backtest(Self.rules, words)
        #expect(outcome.status == 64 && outcome.errors.hasPrefix("meguri: \(problem)\n"))
    }

    @Test func `says what is missing or the wrong way round`() throws {
        let early = try backtest(Self.rules, to: "2026-05-31")
        #expect(early.status == 64)
        #expect(early.errors.hasPrefix("meguri: --from should be a day before --to, or the same."))
        let bare = try MeguriProcess.run([
            "rules", "backtest", "--db", database, "--from", "2026-06-01", "--to", "2026-06-01",
        ])
        #expect(bare.status == 64)
        #expect(bare.errors.hasPrefix("meguri: Name the folder of the draft with --draft."))
        let broken = try backtest(
            try draft("earn/base.json", #""points": 1"#, #""points": -1"#))
        #expect(broken.status == 65 && broken.errors.contains("earn/base.json at /award/points"))
        #expect(try backtest(Self.rules, ["--output", "/dev/full"]).status == 74)
        let nowhere = try MeguriProcess.run([
            "rules", "backtest", "--db", folder.path + "/none.db", "--draft", Self.rules, "--from",
            "2026-06-01", "--to", "2026-06-01",
        ])
        #expect(nowhere.status == 73)
    }

    @Test func `reads beside a server and leaves the database as it is`() throws {
        let server = try MeguriProcess(["stdio", "--db", database, "--rules", Self.rules])
        try server.send(#"{"jsonrpc":"2.0","id":1,"method":"system.health"}"# + "\n")
        _ = server.nextLine()
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        #expect(try backtest(Self.rules).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(try server.finish().status == 0)
    }
}
