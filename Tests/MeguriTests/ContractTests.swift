import PointsCore
import PointsJSON
import PointsWire
import Testing

@testable import meguri

/// Sentences of the protocol that no single reply of a transcript shows.
struct ContractTests {
    private let doors: Doors

    init() throws {
        doors = try Doors()
        try call(
            "member.join", #""channel":"store","identities":[\#(Self.card)],"idempotencyKey":"1""#)
        try call(
            "points.grant",
            #""member":\#(Self.card),"points":500,"reason":"r","idempotencyKey":"2""#)
    }

    private static let card = #"{"kind":"store_card","value":"4901234567894"}"#
    private static let line = #"[{"line":"1","quantity":1,"amount":2200,"taxRate":10}]"#

    /// The reply to a request that happened at 10:00, unless its parameters say another time.
    @discardableResult
    private func call(_ method: String, _ params: String) throws -> JSON {
        let time =
            params.contains("occurredAt") ? "" : #","occurredAt":"2026-06-10T10:00:00+09:00""#
        let line = #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{\#(params)\#(time)}}"#
        return try #require(try doors.reply(to: line))
    }

    private func type(_ reply: JSON) -> String? {
        reply["error"]?["data"]?["type"]?.string
    }

    // MARK: Repeated keys

    @Test
    func `a repeated key gets the first reply again, whatever came between`() throws {
        let grant = #""member":\#(Self.card),"points":500,"reason":"r","idempotencyKey":"2""#
        try call(
            "points.adjust",
            #""member":\#(Self.card),"points":-100,"reason":"r","idempotencyKey":"3""#)
        let again = try call("points.grant", grant)["result"]
        #expect(again?["replayed"] == true)
        #expect(again?["balance"]?["available"] == 500)
    }

    @Test
    func `a repeated join shows the identities of the first reply`() throws {
        try call(
            "member.link",
            #""member":\#(Self.card),"identity":{"kind":"ec_account","value":"e"},"idempotencyKey":"3""#
        )
        let again = try call(
            "member.join", #""channel":"store","identities":[\#(Self.card)],"idempotencyKey":"1""#)
        #expect(again["result"]?["replayed"] == true)
        #expect(again["result"]?["member"]?["identities"]?.array?.count == 1)
    }

    @Test
    func `a refused command leaves no trace under its key`() throws {
        let hold = #""member":\#(Self.card),"idempotencyKey":"3","points":"#
        #expect(type(try call("hold.place", hold + "501")) == "insufficient_points")
        #expect(try call("hold.place", hold + "500")["result"]?["replayed"] == nil)
    }

    @Test
    func `only the answer to a repeated key is marked as replayed`() throws {
        let day = #""date":"2026-06-10","idempotencyKey":"#
        #expect(try call("day.close", day + "\"a\"")["result"]?["replayed"] == nil)
        #expect(try call("day.close", day + "\"a\"")["result"]?["replayed"] == true)
        let other = try call("day.close", day + "\"b\"")
        #expect(other["result"]?["day"] == "2026-06-10")
        #expect(other["result"]?["replayed"] == nil)
    }

    /// `invalid_params` stands before `idempotency_conflict`.
    @Test
    func `a channel that is not there comes before a key that is used`() throws {
        let reply = try call("member.join", #""channel":"nowhere","idempotencyKey":"1""#)
        #expect(type(reply) == "invalid_params")
        #expect(reply["error"]?["data"]?["pointer"] == "/channel")
    }

    // MARK: Time

    @Test
    func `a hold past its time is not open, whether or not anybody wrote it down`() throws {
        // Placed at 10:00 for 30 minutes; the clock stands at 12:00.
        let placed = try call(
            "hold.place", #""member":\#(Self.card),"points":500,"idempotencyKey":"3""#)
        let id = try #require(placed["result"]?["hold"]?["id"])
        let line = #"{"jsonrpc":"2.0","id":1,"method":"hold.get","params":{"hold":\#(id)}}"#
        let found = try #require(try doors.reply(to: line))["result"]
        #expect(found?["hold"]?["status"] == "expired")
        #expect(found?["balance"]?["spendable"] == 500)
        #expect(found?["balance"]?["held"] == 0)
    }

    @Test
    func `a purchase that was confirmed is no longer shown as pending`() throws {
        let sale =
            #""channel":"ec","order":"1","member":\#(Self.card),"amountsIncludeTax":true,"lines":\#(Self.line)"#
        let sold = try call("purchase.record", sale + #","idempotencyKey":"3""#)["result"]
        #expect(sold?["earned"]?["pending"] == true)
        try call("purchase.confirm", #""channel":"ec","order":"1","idempotencyKey":"4""#)
        let found = try call("purchase.get", #""channel":"ec","order":"1""#)["result"]
        #expect(found?["purchase"]?["status"] == "completed")
        #expect(found?["earned"]?["pending"] == false)
    }

    /// The demonstration's rules let points of the web shop count 14 days after the confirmation.
    @Test
    func `points that count by now are not shown as pending, whether or not anybody wrote it down`()
        throws
    {
        let demonstration = try Doors(rules: "Rules")
        let order = #""channel":"ec","order":"1""#
        let member = #"{"kind":"ec_account","value":"e"}"#
        let calls = [
            ("member.join", #""channel":"ec","identities":[\#(member)],"idempotencyKey":"1""#),
            (
                "purchase.record",
                #"\#(order),"member":\#(member),"amountsIncludeTax":true,"lines":\#(Self.line),"idempotencyKey":"2""#
            ),
            ("purchase.confirm", #"\#(order),"idempotencyKey":"3""#),
        ]
        for (method, params) in calls {
            let line =
                #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{\#(params),"occurredAt":"2026-05-01T12:00:00+09:00"}}"#
            #expect(try demonstration.reply(to: line)?["result"] != nil)
        }
        let get = #"{"jsonrpc":"2.0","id":1,"method":"purchase.get","params":{\#(order)}}"#
        let found = try #require(try demonstration.reply(to: get))["result"]
        #expect(found?["earned"]?["points"] == found?["balance"]?["spendable"])
        #expect(found?["balance"]?["pending"] == 0)
        #expect(found?["earned"]?["pending"] == false)
    }

    /// Otherwise a till that asks for the past is told the present.
    @Test
    func `a balance does not ignore the time it is asked for`() throws {
        let asked = #""member":\#(Self.card),"occurredAt":"2020-01-01T00:00:00Z""#
        let reply = try call("points.balance", asked)
        #expect(reply["error"] != nil || reply["result"]?["balance"]?["spendable"] == 0)
    }

    // MARK: Pages

    @Test(arguments: [1, 2, 3, 7, 500])
    func `pages of any size make up the whole history`(_ limit: Int) throws {
        for index in 1...6 {
            try call(
                "points.grant",
                #""member":\#(Self.card),"points":1,"reason":"r","idempotencyKey":"g\#(index)""#)
        }
        var ids: [String] = []
        var cursor = ""
        var pages = 0
        repeat {
            let page = try call(
                "points.history", #""member":\#(Self.card),"limit":\#(limit)\#(cursor)"#)["result"]
            let transactions = try #require(page?["transactions"]?.array)
            #expect(!transactions.isEmpty && transactions.count <= limit)
            ids += transactions.compactMap { $0["id"]?.string }
            cursor = page?["cursor"]?.string.map { #","cursor":"\#($0)""# } ?? ""
            pages += 1
        } while !cursor.isEmpty && pages < 20
        #expect(ids == (2...9).reversed().map { "t_\($0)" })
        #expect(pages == (8 + limit - 1) / limit)
    }

    @Test
    func `a batch asks for 10,000 transactions and the requests beyond are refused alone`() throws {
        let page = """
            {"jsonrpc":"2.0","id":1,"method":"points.history","params":{"member":\(Self.card),\
            "limit":500}}
            """
        let health = #"{"jsonrpc":"2.0","id":2,"method":"system.health"}"#
        let batch = Array(repeating: page, count: 21) + [health]
        let reply = try #require(try doors.reply(to: "[\(batch.joined(separator: ","))]"))
        let replies = try #require(reply.array)
        try #require(replies.count == 22)
        #expect(replies[..<20].allSatisfy { $0["result"]?["transactions"]?.array?.count == 2 })
        #expect(type(replies[20]) == "invalid_request")
        #expect(replies[21]["result"]?["status"] == "ok")
    }

    @Test
    func `a cursor of another member is refused`() throws {
        try call("member.join", #""channel":"ec","identities":[],"idempotencyKey":"3""#)
        for cursor in ["t_4", "t_1", "t_999"] {
            let reply = try call("points.history", #""member":\#(Self.card),"cursor":"\#(cursor)""#)
            #expect(type(reply) == "invalid_params")
            #expect(reply["error"]?["data"]?["pointer"] == "/cursor")
        }
    }
}
