import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// What requests mean once they are understood.
struct CommandDecoderTests {
    private func command(_ method: Method, _ params: String) throws -> Command {
        let json = try JSON(parsing: params)
        return try CommandDecoder.command(
            method: method.rawValue, params: try #require(json.object))
    }

    private func grant(_ points: String, key: String = "k") -> String {
        #"{"member":"m_x","points":\#(points),"reason":"r","idempotencyKey":"\#(key)"}"#
    }

    // MARK: Numbers

    @Test(arguments: ["1000", "1000.0", "1e3", "1E+3", "10000e-1", "0.1e4", "1000.000"])
    func `takes a whole number however it is written`(_ digits: String) throws {
        let command = try command(.pointsGrant, grant(digits))
        guard case .grant(let grant) = command.action else {
            Issue.record("it is no grant")
            return
        }
        #expect(grant.points == 1_000)
    }

    @Test(arguments: [
        "1.5", "\"5\"", "1000000000000000000000000000000", "-5", "0", "-0", "1000000000001",
        "1e13", "1e-1", "true",
    ])
    func `refuses a number that is no count of points`(_ digits: String) {
        #expect(
            throws: Refusal.invalidParams(
                pointer: "/points", expected: "a whole number from 1 to 1000000000000")
        ) { try command(.pointsGrant, grant(digits)) }
    }

    @Test
    func `refuses a correction by nothing`() {
        #expect(throws: Refusal.invalidParams(pointer: "/points", expected: "other than 0")) {
            try command(.pointsAdjust, grant("0.0"))
        }
    }

    // MARK: Keys

    @Test(arguments: RequestForm.changes.map(\.rawValue).sorted())
    func `a change without a key is refused`(_ name: String) throws {
        let form = try #require(RequestForm.all.first { $0.method.rawValue == name })
        var params = Parameter.object(of: form.parameters)
        params["idempotencyKey"] = nil
        #expect(
            throws: Refusal.invalidParams(
                pointer: "/idempotencyKey", expected: "told, because \(name) changes something")
        ) { try CommandDecoder.command(method: name, params: params) }
    }

    @Test
    func `a preview needs no key and is no change`() throws {
        let params = #"{"member":"m_x","reason":"r","preview":true}"#
        let command = try command(.memberWithdraw, params)
        #expect(!command.action.isChange)
        #expect(command.envelope.idempotencyKey.isEmpty)
    }

    @Test(arguments: [1, 254, 255])
    func `takes keys of 1 to 255 characters`(_ count: Int) throws {
        let key = String(repeating: "k", count: count)
        #expect(try command(.pointsGrant, grant("1", key: key)).envelope.idempotencyKey == key)
    }

    /// The protocol counts characters, not bytes.
    @Test
    func `takes a key of 255 characters of any script`() throws {
        let key = String(repeating: "鍵", count: 255)
        let command = try command(.pointsGrant, grant("1", key: key))
        #expect(command.envelope.idempotencyKey == key)
    }

    @Test
    func `refuses a key of 256 characters`() {
        let key = String(repeating: "k", count: 256)
        #expect(
            throws: Refusal.invalidParams(
                pointer: "/idempotencyKey",
                expected: "text of 1 to 255 characters, none a control character")
        ) { try command(.pointsGrant, grant("1", key: key)) }
    }

    // MARK: Content

    @Test(arguments: [
        #"{"member":"m_x","points":5,"reason":"r","idempotencyKey":"k"}"#,
        #"{"idempotencyKey":"k","reason":"r","points":5,"member":"m_x"}"#,
        #"{"idempotencyKey":"another","reason":"\u0072","points":5.0,"member":"m_x"}"#,
        #" { "member" : "m_x" , "points" : 0.5e1 , "reason" : "r", "idempotencyKey":"k" } "#,
    ])
    func `content is the same however it is written and whatever the key`(
        _ params: String
    ) throws {
        let content = try command(.pointsGrant, params).envelope.content
        let expected = #"{"member":"m_x","points":5,"reason":"r"}"#
        #expect(String(decoding: content, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        #"{"member":"m_y","points":5,"reason":"r","idempotencyKey":"k"}"#,
        #"{"member":"m_x","points":6,"reason":"r","idempotencyKey":"k"}"#,
        #"{"member":"m_x","points":5,"reason":"R","idempotencyKey":"k"}"#,
        #"{"member":"m_x","points":5,"reason":"r","store":"S001","idempotencyKey":"k"}"#,
    ])
    func `other content is other content`(_ params: String) throws {
        let content = try command(.pointsGrant, params).envelope.content
        #expect(content != (try command(.pointsGrant, grant("5")).envelope.content))
    }

    // MARK: Baskets

    @Test
    func `lines without a name are called by their place`() throws {
        let sale = """
            {"channel":"store","amountsIncludeTax":true,"lines":[
            {"quantity":1,"amount":5,"taxRate":8},{"line":"x","quantity":1,"amount":5,"taxRate":8},
            {"quantity":1,"amount":5,"taxRate":10}]}
            """
        guard case .quote(let quote) = try command(.purchaseQuote, sale).action else {
            Issue.record("it is no quote")
            return
        }
        #expect(quote.basket.lines.map(\.name) == ["1", "x", "3"])
        #expect(quote.order.isEmpty)
        #expect(quote.member == nil && quote.redeem == nil && quote.hold == nil)
    }

    @Test(arguments: [
        (
            #"[{"line":"a"},{"line":"a"}]"#, "/lines/1/line",
            "another than \"a\", which is an earlier line's"
        ),
        (#"[{"line":"2"},{}]"#, "/lines/1/line", "another than \"2\", which is an earlier line's"),
        (
            #"[{"amount":600000000000},{"amount":600000000000}]"#, "/lines",
            "a basket of at most 1000000000000 in all"
        ),
        (
            #"[{"taxRate":1},{"taxRate":2},{"taxRate":3},{"taxRate":4},{"taxRate":5},{"taxRate":6},{"taxRate":7}]"#,
            "/lines", "a basket with at most 6 tax rates"
        ),
    ])
    func `refuses a basket that does not hold together`(
        _ lines: String, _ pointer: String, _ expected: String
    ) throws {
        let partial = try #require(try JSON(parsing: lines).array)
        let whole = partial.map { line -> JSON in
            var object = line.object ?? [:]
            for (key, value) in [("quantity", 1), ("amount", 5), ("taxRate", 8)] as [(String, JSON)]
            where object[key] == nil { object[key] = value }
            return .object(object)
        }
        #expect(throws: Refusal.invalidParams(pointer: pointer, expected: expected)) {
            try CommandDecoder.command(
                method: "purchase.quote",
                params: ["channel": "store", "amountsIncludeTax": true, "lines": .array(whole)])
        }
    }

    @Test
    func `refuses an order beside the id of a purchase`() {
        #expect(
            throws: Refusal.invalidParams(
                pointer: "/order", expected: "left out where the purchase is named by its id")
        ) { try command(.purchaseGet, #"{"purchase":"p_1","channel":"ec","order":"1"}"#) }
    }

    // MARK: Actions

    @Test
    func `a page of history has 50 entries unless told`() throws {
        let action = try command(.pointsHistory, #"{"member":"m_x"}"#).action
        guard case .history(let page) = action else {
            Issue.record("it is no history")
            return
        }
        #expect(page.limit == 50 && page.from == nil)
    }

    @Test
    func `a member is named by id or by identity`() throws {
        let id = MemberID(number: 7, token: 99)
        let byID = try command(.memberGet, #"{"member":"\#(id)"}"#)
        let byCard = try command(.memberGet, #"{"member":{"kind":"store_card","value":"1"}}"#)
        let found = try command(.memberFind, #"{"identity":{"kind":"store_card","value":"1"}}"#)
        #expect(byID.action == .getMember(.id(id), including: []))
        #expect(
            byCard.action == .getMember(.identity(kind: "store_card", value: "1"), including: []))
        #expect(found.action == byCard.action)
    }

    @Test
    func `an id of another form is nobody's and not a wrong parameter`() throws {
        let action = try command(.memberGet, #"{"member":"m_nobody"}"#).action
        guard case .getMember(.id(let id), including: _) = action else {
            Issue.record("it names no member")
            return
        }
        #expect(id.number < 0)
    }

    @Test(arguments: [#"["lots"]"#, #"["lots","lots"]"#, #""lots""#, #""lots,lots""#])
    func `parts of a member are named in an array or in one text`(_ parts: String) throws {
        let action = try command(.memberGet, #"{"member":"m_x","include":\#(parts)}"#).action
        guard case .getMember(_, including: let included) = action else {
            Issue.record("it names no member")
            return
        }
        #expect(included == [.lots])
    }

    @Test
    func `the envelope has time and place`() throws {
        let params = """
            {"member":"m_x","points":5,"reason":"r","idempotencyKey":"k","channel":"ec","store":"S1",
            "terminal":"T1","actor":"A1","occurredAt":"2026-06-10T12:00:00.250+09:00"}
            """
        let envelope = try command(.pointsGrant, params).envelope
        #expect(envelope.channel == "ec" && envelope.store == "S1")
        #expect(envelope.terminal == "T1" && envelope.actor == "A1")
        #expect(envelope.occurredAt == Instant(milliseconds: 1_781_060_400_250))
    }
}
