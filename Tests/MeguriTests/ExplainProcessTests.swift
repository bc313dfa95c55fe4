import Foundation
import PointsJSON
import TestSupport
import Testing

/// `meguri explain` and `purchase.get` with `explain`.
struct ExplainProcessTests {
    private static let rules = Repository.path("fixtures/rules/check")

    private static let sale = #"""
        {"jsonrpc":"2.0","id":2,"method":"purchase.record","params":{\#
        "member":{"kind":"store_card","value":"4901234567894"},"channel":"store","order":"1",\#
        "occurredAt":"2026-06-10T10:15:00+09:00","amountsIncludeTax":true,\#
        "lines":[{"quantity":1,"amount":1078,"taxRate":10}],"idempotencyKey":"2"}}
        """#

    private static let join = #"""
        {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"channel":"store",\#
        "identities":[{"kind":"store_card","value":"4901234567894"}],\#
        "occurredAt":"2026-06-10T10:00:00+09:00","idempotencyKey":"1"}}
        """#

    private static let question = #"""
        {"jsonrpc":"2.0","id":3,"method":"purchase.get","params":{\#
        "channel":"store","order":"1","explain":"ja"}}
        """#

    /// A database with one sale, and the answers on the way.
    private static func database(in folder: TemporaryFolder) throws -> (path: String, [JSON]) {
        let database = try folder.database()
        let process = try MeguriProcess.run(
            [
                "stdio", "--db", database, "--rules", rules, "--clock",
                "2026-06-10T12:00:00+09:00",
            ], input: [join, sale, question].joined(separator: "\n") + "\n")
        try #require(process.status == 0)
        return (
            database,
            try process.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
        )
    }

    @Test
    func `tells of each rule what came of it`() throws {
        let folder = try TemporaryFolder()
        let (_, answers) = try Self.database(in: folder)
        let explanation = try #require(answers.last?["result"]?["explanation"])
        let sold = try #require(explanation["sold"]?.array)
        #expect(explanation["language"] == "ja")
        #expect(explanation["left"] == nil)
        #expect(sold.map { $0["rule"] } == ["earn/base", "earn/point-up-day"])
        #expect(sold[0]["points"] == 9)
        #expect(sold[0]["exact"] == "49/5")
        #expect(sold[0]["base"] == [["taxRate": 10, "money": 980]])
        #expect(sold[1]["applied"] == false)
        #expect(sold[1]["points"] == nil)
        #expect(sold[1]["words"] == "条件に合いません: 毎月20日。")
    }

    @Test(arguments: [
        ("ja", "会員のいない購入です。"), ("en", "No member is known for this sale."),
    ])
    func `says of a sale to nobody that it could not earn`(
        _ language: String, _ words: String
    ) throws {
        let folder = try TemporaryFolder()
        let database = try folder.database()
        let anonymous = Self.sale.replacing(
            #""member":{"kind":"store_card","value":"4901234567894"},"#, with: "")
        let question = Self.question.replacing("ja", with: language)
        let process = try MeguriProcess.run(
            [
                "stdio", "--db", database, "--rules", Self.rules, "--clock",
                "2026-06-10T12:00:00+09:00",
            ], input: [anonymous, question].joined(separator: "\n") + "\n")
        let answer = try #require(process.output.split(separator: "\n").last)
        let explanation = try #require(
            try JSON(parsing: String(answer))["result"]?["explanation"])
        #expect(explanation["words"] == .string(words))
        #expect(explanation["sold"] == [])
        let told = try MeguriProcess.run(
            [
                "explain", "--db", database, "--channel", "store", "--order", "1", "--language",
                language,
            ])
        #expect(told.output.split(separator: "\n").count == 2 && told.output.contains(words))
    }

    @Test
    func `explains at the command line`() throws {
        let folder = try TemporaryFolder()
        let (database, _) = try Self.database(in: folder)
        let told = try MeguriProcess.run(
            ["explain", "--db", database, "--channel", "store", "--order", "1"])
        #expect(told.status == 0)
        let lines = told.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("Purchase p_3 (store 1): 9 points, rules "))
        #expect(lines[1].hasSuffix("Exactly 9.8, rounded down: 9. 9 points."))
        #expect(lines[2].hasSuffix("Does not apply: it asks for day 20 of the month."))
    }

    @Test(arguments: [
        (["--purchase", "p_99"], 1, "p_99"), (["--purchase", "99"], 64, "--purchase"),
        (["--order", "1"], 64, "--channel"),
        (["--purchase", "p_3", "--language", "fr"], 64, "--language"),
    ])
    func `says what is wrong with a question`(
        _ words: [String], _ status: Int, _ named: String
    ) throws {
        let folder = try TemporaryFolder()
        let (database, _) = try Self.database(in: folder)
        let told = try MeguriProcess.run(["explain", "--db", database] + words)
        #expect(Int(told.status) == status)
        #expect(told.errors.contains(named))
    }
}
