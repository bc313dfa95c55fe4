import PointsCore
import PointsJSON
import Testing

@testable import PointsWire

/// JSON-RPC 2.0: the sections named are those of its specification.
struct RPCDocumentTests {
    private static let encoder = ReplyEncoder(
        calendar: BusinessCalendar(zone: .tokyo, startMinutes: 300))

    /// The answer to a line when every command succeeds as `system.health` does.
    private func text(answering line: String) -> String? {
        let document = RPCDocument(parsing: Array(line.utf8)[...])
        let replies = document.commands.indices.map {
            Result<Reply, Refusal>.success(.health(entries: JournalPosition(Int64($0 + 1))))
        }
        let answer = document.answer(replies[...], encoder: Self.encoder)
        return answer.map { String(decoding: $0, as: UTF8.self) }
    }

    private func json(answering line: String) throws -> JSON {
        let answer = try #require(text(answering: line))
        return try JSON(parsing: answer)
    }

    private func request(id: String) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"system.health"}"#
    }

    private func result(id: String, entries: Int = 1) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"result":{"status":"ok","entries":\#(entries)}}"#
    }

    private func error(_ code: Int, _ type: String, id: String = "null") -> String {
        #"{"code":\#(code),"type":"\#(type)","id":\#(id)}"#
    }

    /// Code, type and id of an error's answer.
    private func summary(_ answer: JSON?) -> String? {
        guard let answer, let error = answer["error"], answer["result"] == nil,
            answer["jsonrpc"]?.string == "2.0", let id = answer["id"],
            error["message"]?.string?.isEmpty == false,
            let code = error["code"], let type = error["data"]?["type"],
            error["data"]?["retryable"] == false
        else { return nil }
        return #"{"code":\#(code),"type":\#(type),"id":\#(id)}"#
    }

    // MARK: Ids (section 4)

    @Test(arguments: [
        "1", "0", "-7", "9223372036854775807", "1.5", "1.0", "1e3", "12345678901234567890",
        #""a""#, #""""#, #""番号\n""#, "null",
    ])
    func `an id comes back as it was sent`(_ id: String) {
        #expect(text(answering: request(id: id)) == result(id: id))
    }

    @Test(arguments: ["true", "false", "[]", "{}", "[1]"])
    func `an id of another kind is no request`(_ id: String) throws {
        let answer = try json(answering: request(id: id))
        #expect(summary(answer) == error(-32_600, "invalid_request"))
    }

    @Test(arguments: [
        #"{"jsonrpc":"2.0","method":"system.health"}"#,
        #"{"jsonrpc":"2.0","method":"no.such.method"}"#,
        #"{"jsonrpc":"2.0","method":"points.grant","params":{"points":-1}}"#,
        #"[{"jsonrpc":"2.0","method":"system.health"},{"jsonrpc":"2.0","method":"nope"}]"#,
    ])
    func `a notification has no answer, whatever comes of it (4.1)`(_ line: String) {
        #expect(text(answering: line) == nil)
    }

    // MARK: What is no request (section 5.1)

    @Test(arguments: [
        ("", -32_700, "parse_error", "null"), ("  ", -32_700, "parse_error", "null"),
        ("{", -32_700, "parse_error", "null"), ("nonsense", -32_700, "parse_error", "null"),
        (#"{"jsonrpc":"2.0","id":1,"id":2}"#, -32_700, "parse_error", "null"),
        (#"{"jsonrpc":"2.0","id":1} {}"#, -32_700, "parse_error", "null"),
        (#"{"jsonrpc":"2.0","id":"\ud800"}"#, -32_700, "parse_error", "null"),
        ("1", -32_600, "invalid_request", "null"), (#""x""#, -32_600, "invalid_request", "null"),
        ("null", -32_600, "invalid_request", "null"), ("{}", -32_600, "invalid_request", "null"),
        ("[]", -32_600, "invalid_request", "null"),
        (#"{"id":1,"method":"system.health"}"#, -32_600, "invalid_request", "1"),
        (
            #"{"jsonrpc":"1.0","id":1,"method":"system.health"}"#, -32_600, "invalid_request",
            "1"
        ),
        (#"{"jsonrpc":2.0,"id":1,"method":"system.health"}"#, -32_600, "invalid_request", "1"),
        (#"{"jsonrpc":"2.0","id":1}"#, -32_600, "invalid_request", "1"),
        (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32_600, "invalid_request", "1"),
        (#"{"jsonrpc":"2.0","method":7}"#, -32_600, "invalid_request", "null"),
        (#"{"jsonrpc":"2.0","id":1,"result":{}}"#, -32_600, "invalid_request", "1"),
        (#"{"jsonrpc":"2.0","id":1,"method":"nope"}"#, -32_601, "unknown_method", "1"),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"system.health","params":[]}"#, -32_602,
            "invalid_params", "1"
        ),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"system.health","params":null}"#, -32_602,
            "invalid_params", "1"
        ),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"system.health","params":{"x":1}}"#, -32_602,
            "invalid_params", "1"
        ),
    ])
    func `what is no request gets its error`(
        _ line: String, _ code: Int, _ type: String, _ id: String
    ) throws {
        let answer = try json(answering: line)
        #expect(summary(answer) == error(code, type, id: id))
    }

    /// Of two errors the first in the order of the error table is given.
    @Test
    func `an unknown method comes before wrong parameters`() throws {
        let answer = try json(answering: #"{"jsonrpc":"2.0","id":1,"method":"nope","params":[]}"#)
        let found = summary(answer)
        #expect(found == error(-32_601, "unknown_method", id: "1"))
    }

    @Test
    func `depth 64 is read and depth 65 is not JSON`() throws {
        func line(depth: Int) -> String {
            let nested = String(repeating: "[", count: depth - 2)
            let end = String(repeating: "]", count: depth - 2)
            return #"{"jsonrpc":"2.0","id":1,"method":"nope","params":{"a":\#(nested)\#(end)}}"#
        }
        let read = try json(answering: line(depth: 64))
        let refused = try json(answering: line(depth: 65))
        #expect(summary(read) == error(-32_601, "unknown_method", id: "1"))
        #expect(summary(refused) == error(-32_700, "parse_error"))
    }

    @Test
    func `a request of 1,048,576 bytes is read and one byte more is too large`() throws {
        let start = Array(#"{"jsonrpc":"2.0","id":1,"method":"system.health"}"#.utf8)
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 1_048_576 - start.count)
        let whole = RPCDocument(parsing: (start + spaces)[...])
        #expect(whole.commands.count == 1)
        let more = RPCDocument(parsing: (start + spaces + [UInt8(ascii: " ")])[...])
        let answer = try #require(more.answer([], encoder: Self.encoder))
        #expect(
            String(decoding: answer, as: UTF8.self) == """
                {"jsonrpc":"2.0","id":null,"error":{"code":-32003,"message":"A request may have \
                1048576 bytes.","data":{"type":"payload_too_large","retryable":false,\
                "bytesMax":1048576}}}
                """)
    }

    // MARK: Batches (section 6)

    @Test
    func `a batch is answered as an array in its order, without its notifications`() throws {
        let line = """
            [\(request(id: "1")),{"jsonrpc":"2.0","method":"system.health"},\
            {"jsonrpc":"2.0","id":"two","method":"nope"},7,\(request(id: "null")),[]]
            """
        let answers = try #require(try json(answering: line).array)
        #expect(answers.count == 5)
        #expect(answers[0].text() == result(id: "1"))
        #expect(summary(answers[1]) == error(-32_601, "unknown_method", id: #""two""#))
        #expect(summary(answers[2]) == error(-32_600, "invalid_request"))
        // The notification's result was the second.
        #expect(answers[3].text() == result(id: "null", entries: 3))
        #expect(summary(answers[4]) == error(-32_600, "invalid_request"))
    }

    @Test
    func `a batch of one is answered as an array`() {
        #expect(text(answering: "[\(request(id: "1"))]") == "[\(result(id: "1"))]")
    }

    @Test
    func `a batch has 1,000 requests and with one more it is refused as a whole`() throws {
        func batch(_ count: Int) -> String {
            "[" + (1...count).map { request(id: String($0)) }.joined(separator: ",") + "]"
        }
        let whole = try json(answering: batch(1_000))
        #expect(whole.array?.count == 1_000)
        let refused = try json(answering: batch(1_001))
        #expect(summary(refused) == error(-32_600, "invalid_request"))
        #expect(RPCDocument(parsing: Array(batch(1_001).utf8)[...]).commands.isEmpty)
    }

    @Test
    func `a batch asks for 10,000 transactions of histories and what goes beyond is refused`()
        throws
    {
        let page = #""method":"points.history","params":{"member":"m_x","limit":500}}"#
        let pages = (1...21).map { #"{"jsonrpc":"2.0","id":\#($0),\#(page)"# }
        let line = "[" + (pages + [request(id: "22")]).joined(separator: ",") + "]"
        let answers = try #require(try json(answering: line).array)
        #expect(answers.count == 22)
        #expect(answers[..<20].allSatisfy { $0["result"] != nil })
        #expect(summary(answers[20]) == error(-32_600, "invalid_request", id: "21"))
        #expect(answers[21].text() == result(id: "22", entries: 21))
    }

    @Test
    func `a batch has one verification or day close and every further one is refused`() throws {
        let line = """
            [{"jsonrpc":"2.0","id":1,"method":"system.verify"},\
            {"jsonrpc":"2.0","id":2,"method":"day.close","params":{"idempotencyKey":"k",\
            "date":"2026-06-10"}},{"jsonrpc":"2.0","id":3,"method":"system.verify"}]
            """
        let answers = try #require(try json(answering: line).array)
        #expect(answers.count == 3)
        #expect(answers[0].text() == result(id: "1"))
        #expect(summary(answers[1]) == error(-32_600, "invalid_request", id: "2"))
        #expect(summary(answers[2]) == error(-32_600, "invalid_request", id: "3"))
    }

    @Test
    func `a refusal of the engine is an error with its fields`() {
        let document = RPCDocument(parsing: Array(request(id: "2").utf8)[...])
        let refusal = Refusal.insufficientPoints(available: 300, requested: 500)
        let answer = document.answer([.failure(refusal)], encoder: Self.encoder)
        #expect(
            answer.map { String(decoding: $0, as: UTF8.self) } == """
                {"jsonrpc":"2.0","id":2,"error":{"code":-32010,"message":"The member holds 300 \
                points; 500 were asked for.","data":{"type":"insufficient_points",\
                "retryable":false,"available":300,"requested":500}}}
                """)
    }
}
