import Foundation
import PointsJSON
import TestSupport
import Testing

/// `rules.backtest` gives the report of the command.
struct RehearsalDoorTests {
    private static func files() throws -> JSON {
        let folder = Repository.path("fixtures/rules/check")
        var files = JSONObject()
        for path in ["program", "earn/base", "earn/point-up-day", "burn/standard"] {
            var text = try String(contentsOfFile: "\(folder)/\(path).json", encoding: .utf8)
            if path == "earn/base" {
                text = text.replacingOccurrences(
                    of: #""points": 1, "per""#, with: #""points": 2, "per""#)
            }
            files[path + ".json"] = try JSON(parsing: text)
        }
        return .object(files)
    }

    private static func ask(_ params: JSONObject) throws -> JSON {
        let folder = try TemporaryFolder()
        let question: JSON = [
            "jsonrpc": "2.0", "id": 3, "method": "rules.backtest", "params": .object(params),
        ]
        let lines = [
            #"{"jsonrpc":"2.0","id":1,"method":"member.join","params":{"channel":"store","identities":[{"kind":"store_card","value":"4901234567894"}],"occurredAt":"2026-06-10T10:00:00+09:00","idempotencyKey":"1"}}"#,
            #"{"jsonrpc":"2.0","id":2,"method":"purchase.record","params":{"member":{"kind":"store_card","value":"4901234567894"},"channel":"store","order":"1","occurredAt":"2026-06-10T10:15:00+09:00","amountsIncludeTax":true,"lines":[{"quantity":1,"amount":1100,"taxRate":10}],"idempotencyKey":"2"}}"#,
            question.text(),
        ]
        let outcome = try MeguriProcess.run(
            [
                "stdio", "--db", folder.database(), "--rules",
                Repository.path("fixtures/rules/check"), "--clock", "2026-06-10T12:00:00+09:00",
            ], input: lines.joined(separator: "\n") + "\n")
        let last = try #require(outcome.output.split(separator: "\n").last)
        return try JSON(parsing: String(last))
    }

    @Test
    func `a draft is held against what was sold`() throws {
        let answer = try Self.ask([
            "from": "2026-06-01", "to": "2026-06-30", "files": Self.files(),
        ])
        let total = try #require(answer["result"]?["total"])
        #expect(total["purchases"] == 1)
        #expect(total["active"]?["points"] == 10)
        #expect(total["draft"]?["points"] == 20)
    }

    @Test(arguments: [
        ("2026-06-02", "2026-06-01" as String?, "/to"), ("2026-06-01", nil, "/to"),
        ("2026-06-01", "2026-06-02", "/files"),
    ])
    func `says what is wrong with a question`(
        _ from: String, _ to: String?, _ pointer: String
    ) throws {
        var params: JSONObject = ["from": .string(from)]
        if let to { params["to"] = .string(to) }
        if pointer != "/files" { params["files"] = try Self.files() }
        let error = try Self.ask(params)["error"]
        #expect(error?["data"]?["type"] == "invalid_params")
        #expect(error?["data"]?["pointer"]?.string == pointer)
    }

    @Test
    func `names the mistake in a draft`() throws {
        let answer = try Self.ask([
            "from": "2026-06-01", "to": "2026-06-02", "files": ["program.json": [:]],
        ])
        #expect(answer["error"]?["data"]?["type"] == "rules_invalid")
    }
}
