import Foundation
import PointsJSON
import TestSupport
import Testing

/// Many connections that want the same thing of one wallet at once, before a server that runs.
struct RaceTests {
    private static let writers = 64

    /// A server with a member who has 1,000 points.
    private final class Race {
        private let folder: TemporaryFolder
        private let process: MeguriProcess
        private let socket: String
        let database: String

        init(_ rules: String = Repository.path("fixtures/rules/check")) throws {
            folder = try TemporaryFolder()
            database = try folder.database()
            socket = folder.path + "/s"
            process = try MeguriProcess([
                "serve", "--db", database, "--rules", rules,
                "--listen", "unix:" + socket, "--insecure-no-auth",
                "--peer-connections", "\(RaceTests.writers + 1)",
            ])
            _ = process.complaint(beginning: "meguri: listening on ")
            try ask(
                "member.join", "join",
                #""channel":"store","identities":[\#(RaceTests.card)]"#)
            try ask("points.grant", "grant", #""points":1000,"reason":"r""#)
        }

        /// Each text is the parameters of one writer; all have asked before any is answered.
        func answers(to method: String, _ writers: [String]) throws -> [JSON] {
            let clients = try writers.map { _ in try UnixClient(path: socket) }
            for (client, parameters) in zip(clients, writers) {
                let body =
                    #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{\#(parameters)}}"#
                try client.send(
                    "POST /rpc HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\n"
                        + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
            }
            return try clients.map { client in
                let body = client.answer().components(separatedBy: "\r\n\r\n").last
                return try JSON(parsing: #require(body))
            }
        }

        @discardableResult
        func ask(_ method: String, _ key: String, _ more: String) throws -> JSON {
            let member = method == "member.join" ? "" : #","member":\#(RaceTests.card)"#
            let parameters = #"\#(more)\#(member),"idempotencyKey":"\#(key)""#
            let answer = try #require(answers(to: method, [parameters]).first)
            return try #require(answer["result"], "\(answer)")
        }

        /// Ends the server; whatever happened adds up.
        func finish() throws {
            process.terminate()
            #expect(try process.finish().status == 0)
            let verified = try MeguriProcess.run(["verify", "--db", database])
            #expect(verified.status == 0, "\(verified.output)")
        }

        func available() throws -> Int64? {
            let answer = try #require(
                answers(to: "points.balance", [#""member":\#(RaceTests.card)"#]).first)
            return answer["result"]?["balance"]?["available"]?.exactInteger
        }
    }

    private static let card = #"{"kind":"store_card","value":"4901234567894"}"#

    /// Parameters of a sale over 1,100 yen, which earns 10 points on what is paid with money.
    private static func sale(_ key: String, order: String, _ payment: String) -> String {
        #"""
        "member":\#(card),"channel":"store","order":"\#(order)","amountsIncludeTax":true,\#
        "lines":[{"line":"1","quantity":1,"amount":1100,"taxRate":10}],\#
        "idempotencyKey":"\#(key)",\#(payment)
        """#
    }

    private func name(of answer: JSON) -> String? {
        answer["error"]?["data"]?["type"]?.string
    }

    private func winners(_ answers: [JSON]) -> [JSON] {
        answers.compactMap { $0["result"] }
    }

    @Test func `one key sent by all at once is carried out once and answered alike`() throws {
        let race = try Race()
        let sale = Self.sale("k", order: "1", #""redeem":300"#)
        let answers = try race.answers(
            to: "purchase.record", Array(repeating: sale, count: Self.writers))
        let results = winners(answers)
        #expect(results.count == Self.writers)
        #expect(results.count { $0["replayed"] == nil } == 1)
        let told = results.compactMap(\.object).map { result in
            var result = result
            result["replayed"] = nil
            return JSON.object(result).canonicalBytes()
        }
        #expect(Set(told).count == 1)
        #expect(try race.available() == 1_000 - 300 + 7)
        try race.finish()
    }

    @Test func `one order under all keys at once is recorded once`() throws {
        let race = try Race()
        let answers = try race.answers(
            to: "purchase.record",
            (0..<Self.writers).map { Self.sale("k\($0)", order: "1", #""redeem":300"#) })
        let winner = try #require(winners(answers).first)
        #expect(winners(answers).count == 1)
        let losers = answers.filter { $0["error"] != nil }
        #expect(losers.allSatisfy { name(of: $0) == "purchase_exists" })
        let recorded = winner["purchase"]?["id"]
        #expect(
            losers.allSatisfy {
                $0["error"]?["data"]?["purchase"] == recorded
            })
        #expect(try race.available() == 1_000 - 300 + 7)
        try race.finish()
    }

    @Test func `one hold is captured by one of all who try at once`() throws {
        let race = try Race()
        let placed = try race.ask("hold.place", "hold", #""points":400"#)
        let hold = try #require(placed["hold"]?["id"]?.string)
        let answers = try race.answers(
            to: "purchase.record",
            (0..<Self.writers).map {
                Self.sale("k\($0)", order: "\($0)", #""hold":"\#(hold)""#)
            })
        #expect(winners(answers).count == 1)
        #expect(answers.count { name(of: $0) == "hold_closed" } == Self.writers - 1)
        #expect(try race.available() == 1_000 - 400 + 6)
        try race.finish()
    }

    @Test func `all at once spend no more than there is`() throws {
        let race = try Race()
        let answers = try race.answers(
            to: "hold.place",
            (0..<Self.writers).map {
                #""member":\#(Self.card),"points":90,"idempotencyKey":"k\#($0)""#
            })
        #expect(winners(answers).count == 11)
        #expect(answers.count { name(of: $0) == "insufficient_points" } == Self.writers - 11)
        let left = winners(answers).compactMap {
            $0["balance"]?["available"]?.exactInteger
        }
        #expect(left.sorted() == (0..<11).map { 10 + 90 * Int64($0) })
        #expect(try race.available() == 10)
        try race.finish()
    }

    /// The rules with a campaign of 10 points an order besides: 305 in all, and 200 for one member.
    private static func rulesWithBudget(in folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/rules"
        try FileManager.default.copyItem(
            atPath: Repository.path("fixtures/rules/check"), toPath: path)
        let campaign = #"""
            {"id": "earn/opening", "kind": "earn", "title": {"ja": "開店記念", "en": "Opening"},
             "award": {"type": "fixed", "points": 10},
             "caps": [{"points": 305, "per": "campaign"}, {"points": 200, "per": "member"}],
             "examples": [{"name": "5 are left", "given": {"channel": "store",
              "pointsBefore": {"earn/opening": 195},
              "lines": [{"amount": 100, "taxRate": 0}]}, "expect": {"points": 6}}]}
            """#
        try campaign.write(
            toFile: path + "/earn/opening.json", atomically: true, encoding: .utf8)
        return path
    }

    @Test func `all at once get no more than the budget of a campaign and the cap of a member`()
        throws
    {
        let folder = try TemporaryFolder()
        let race = try Race(Self.rulesWithBudget(in: folder))
        let other = #"{"kind":"store_card","value":"4901234567900"}"#
        _ = try race.answers(
            to: "member.join",
            [#""channel":"store","identities":[\#(other)],"idempotencyKey":"other""#])
        func sales(_ first: Int, _ card: (Int) -> String) throws -> [Int64] {
            let answers = try race.answers(
                to: "purchase.record",
                (first..<first + Self.writers).map { place in
                    Self.sale("k\(place)", order: "\(place)", #""redeem":0"#)
                        .replacingOccurrences(of: Self.card, with: card(place))
                })
            return try answers.map { answer in
                let rules = try #require(answer["result"]?["earned"]?["rules"]?.array)
                let campaign = rules.first { $0["rule"] == "earn/opening" }
                return campaign?["points"]?.exactInteger ?? 0
            }
        }
        let given = try sales(0) { $0 < 40 ? Self.card : other }
        #expect(given.reduce(0, +) == 305)
        let one = given.prefix(40).reduce(0, +)
        #expect(one <= 200 && given.dropFirst(40).reduce(0, +) <= 200)
        #expect(given.allSatisfy { [0, 5, 10].contains($0) })
        // What comes back comes free again, once.
        let returns = try race.answers(
            to: "purchase.void",
            (0..<Self.writers).map {
                #""channel":"store","order":"\#($0 % 20)","idempotencyKey":"v\#($0)""#
            })
        #expect(winners(returns).count == 20)
        let freed = given.prefix(20).reduce(0, +)
        let again = try sales(100) { $0 % 2 == 0 ? Self.card : other }
        #expect(again.reduce(0, +) == freed)
        try race.finish()
    }
}
