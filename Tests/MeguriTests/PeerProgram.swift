import PointsCore
import PointsEngine
import PointsJSON
import PointsRules
import PointsWire
import TestSupport
import Testing

@testable import meguri

/// A program with one member, made for a case: what is asked goes through the decoder, the engine and the encoder of
/// `meguri stdio`.
final class PeerProgram {
    private let folder: TemporaryFolder
    private let database: String
    private var engine: Engine?
    private var asked = 0

    static let member: JSON = ["kind": "card", "value": "1"]

    /// A new program whose clock shows noon of a day, and whose member joined long before, unless a day is told.
    init(
        _ rules: PeerRules = PeerRules(), clock day: String = "2026-02-01",
        joining: String = "2020-01-01"
    ) throws {
        folder = try TemporaryFolder()
        database = try folder.database()
        try open(rules, clock: day)
        try change(
            "member.join", ["identities": [Self.member], "channel": "store"], on: joining)
    }

    /// Ends the program and starts it again on another day.
    func reopen(_ rules: PeerRules = PeerRules(), clock day: String) throws {
        try engine?.close()
        engine = nil
        try open(rules, clock: day)
    }

    private func open(_ rules: PeerRules, clock day: String) throws {
        try #require(rules.source.check().problems.map(\.description) == [])
        let files = folder.path + "/rules"
        try rules.write(to: files)
        engine = try EngineOpening.open(
            Arguments(
                [
                    "--db", database, "--rules", files, "--clock", Self.moment(day),
                    "--seed", "1",
                ], options: EngineOpening.options))
    }

    /// Noon of a day, or the minute that is told.
    private static func moment(_ text: String) -> String {
        text + (text.contains("T") ? ":00+09:00" : "T12:00:00+09:00")
    }
}

// MARK: - Asking

extension PeerProgram {
    /// The answer to a line of input.
    func reply(to line: JSON) throws -> JSON {
        let engine = try #require(engine)
        let document = RPCDocument(parsing: line.bytes()[...])
        let results = engine.execute(document.commands)
        let encoder = ReplyEncoder(calendar: engine.calendar)
        let bytes = try #require(document.answer(results[...], encoder: encoder))
        return try JSON(parsing: bytes)
    }

    static func request(_ method: String, _ params: JSONObject) -> JSON {
        [
            "jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(params),
        ]
    }

    /// The whole reply to a change under a key of its own, unless one is told.
    func attempt(
        _ method: String, _ params: JSONObject, on day: String, key: String? = nil
    ) throws -> JSON {
        asked += 1
        var params = params
        params["idempotencyKey"] = .string(key ?? "k\(asked)")
        params["occurredAt"] = .string(Self.moment(day))
        return try reply(to: Self.request(method, params))
    }

    /// The result of a change that is carried out.
    @discardableResult
    func change(
        _ method: String, _ params: JSONObject, on day: String, key: String? = nil
    ) throws -> JSON {
        let reply = try attempt(method, params, on: day, key: key)
        return try #require(reply["result"], "\(reply.text())")
    }

    /// The name of the error that a change is refused with.
    func refusal(_ method: String, _ params: JSONObject, on day: String) throws -> String {
        let reply = try attempt(method, params, on: day)
        return try #require(reply["error"]?["data"]?["type"]?.string, "\(reply.text())")
    }

    /// The result of a question.
    func answer(_ method: String, _ params: JSONObject) throws -> JSON {
        let reply = try reply(to: Self.request(method, params))
        return try #require(reply["result"], "\(reply.text())")
    }
}

// MARK: - What happens in a shop

extension PeerProgram {
    @discardableResult
    func grant(_ points: Int64, on day: String, until last: String? = nil) throws -> JSON {
        var params: JSONObject = [
            "member": Self.member, "points": .integer(points), "reason": "peer",
            "channel": "store",
        ]
        if let last { params["expiresOn"] = .string(last) }
        return try change("points.grant", params, on: day)
    }

    static func line(
        _ yen: Int64, earns: Bool = false, quantity: Int64 = 1, taxRate: Int64 = 10
    ) -> JSON {
        [
            "amount": .integer(yen), "quantity": .integer(quantity),
            "taxRate": .integer(taxRate), "category": .string(earns ? "earning" : "goods"),
        ]
    }

    /// The parameters of a sale.
    static func sale(
        _ order: String, _ lines: [JSON], redeem: Int64 = 0, channel: String = "store"
    ) -> JSONObject {
        [
            "member": member, "channel": .string(channel), "order": .string(order),
            "redeem": .integer(redeem), "amountsIncludeTax": true, "lines": .array(lines),
        ]
    }

    @discardableResult
    func sell(
        _ order: String, _ lines: [JSON] = [line(1_000)], redeem: Int64 = 0,
        channel: String = "store", on day: String
    ) throws -> JSON {
        try change(
            "purchase.record", Self.sale(order, lines, redeem: redeem, channel: channel), on: day)
    }

    static func order(_ order: String, channel: String = "store") -> JSONObject {
        ["channel": .string(channel), "order": .string(order)]
    }

    @discardableResult
    func takeBack(_ order: String, line: String? = nil, on day: String) throws -> JSON {
        var params = Self.order(order)
        if let line { params["lines"] = [["line": .string(line), "quantity": 1]] }
        return try change("purchase.return", params, on: day)
    }

    /// A sale that earns so many points.
    @discardableResult
    func earn(
        _ points: Int64, order: String, channel: String = "store", yenPerPoint: Int64 = 10,
        on day: String
    ) throws -> JSON {
        try sell(
            order, [Self.line(points * yenPerPoint, earns: true)], channel: channel, on: day)
    }
}

// MARK: - What can be seen

extension PeerProgram {
    /// One account at a moment; all that is known counts if none is told.
    func points(_ account: String = "available", at day: String? = nil) throws -> Int64 {
        var params: JSONObject = ["member": Self.member]
        if let day { params["at"] = .string(Self.moment(day)) }
        let balance = try answer("points.balance", params)["balance"]
        return try #require(balance?[account]?.exactInteger)
    }

    /// What peers with one number a member call the balance: what is available less what is owed.
    func net(at day: String? = nil) throws -> Int64 {
        try points(at: day) + points("debt", at: day)
    }

    /// Points by the last day on which they may be spent, as the engine's clock sees them.
    func lots() throws -> [String: Int64] {
        let lots = try answer("member.get", ["member": Self.member, "include": "lots"])["lots"]
        return try #require(lots?.array).reduce(into: [:]) { sums, lot in
            sums[lot["expiresOn"]?.string ?? "never", default: 0] += try #require(
                lot["points"]?.exactInteger)
        }
    }

    /// Everything of a kind that was booked, newest first.
    func transactions(_ type: String) throws -> [JSON] {
        let page = try answer("points.history", ["member": Self.member, "limit": 500])
        return try #require(page["transactions"]?.array).filter { $0["type"]?.string == type }
    }
}
