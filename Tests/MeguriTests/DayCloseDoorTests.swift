import PointsCore
import PointsHTTP
import PointsJSON
import Testing

@testable import meguri

/// The close of a day through both doors: over HTTP its answer comes later.
struct DayCloseDoorTests {
    private static let join = #"""
        {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"channel":"store",\#
        "identities":[{"kind":"ec_account","value":"a"}],"idempotencyKey":"j"}}
        """#
    private static let close = #"""
        {"jsonrpc":"2.0","id":2,"method":"day.close",\#
        "params":{"date":"2026-06-10","idempotencyKey":"z"}}
        """#
    private static let grant = #"""
        {"jsonrpc":"2.0","id":3,"method":"points.grant","params":{"points":5,"reason":"r",\#
        "member":{"kind":"ec_account","value":"a"},"idempotencyKey":"g"}}
        """#
    private static let history = #"""
        {"jsonrpc":"2.0","id":4,"method":"points.history",\#
        "params":{"member":{"kind":"ec_account","value":"a"}}}
        """#

    @Test func `is answered later and others at once`() throws {
        let doors = try Doors()
        let door = HTTPDoor(engine: doors.web)
        let key = (name: "Idempotency-Key", value: "z")
        let answers = door.answer([
            .made(.get, "/livez"),
            .made(.post, "/v1/days/2026-06-10/close", fields: [key], body: "{}"),
            .made(.get, "/livez"),
        ])
        let isLater = answers.map { if case .later = $0 { true } else { false } }
        #expect(isLater == [false, true, false])
        var late: [HTTPResponse] = []
        while door.hasWork { late += door.work().map(\.response) }
        #expect(late.map(\.status) == [200])
        let result = try JSON(parsing: try #require(late.first).body)
        let told = try #require(try doors.reply(to: Self.close))
        #expect(result["day"] == "2026-06-10")
        #expect(told["result"]?["day"] == result["day"])
        #expect(told["result"]?["totals"] == result["totals"])
        // A day that is sealed is told at once.
        guard
            case .response(let again) = door.answer([
                .made(.post, "/v1/days/2026-06-10/close", fields: [key], body: "{}")
            ])[0]
        else {
            Issue.record("answered later")
            return
        }
        #expect(try JSON(parsing: again.body)["replayed"] == true)
    }

    @Test(arguments: ["/rpc", "/v1/batch"])
    func `keeps the order of a document that has it in the middle`(_ path: String) throws {
        let doors = try Doors()
        let lines = [Self.join, Self.close, Self.grant, Self.history]
        let isBatch = path == "/rpc"
        let body =
            isBatch ? "[" + lines.joined(separator: ",") + "]" : lines.joined(separator: "\n")
        let response = doors.responses(to: [.made(.post, path, body: body)])[0]
        let answers =
            isBatch
            ? try JSON(parsing: response.body).array ?? []
            : try response.body.split(separator: UInt8(ascii: "\n")).map { try JSON(parsing: $0) }
        #expect(answers.map { $0["id"] } == [1, 2, 3, 4])
        let days = answers[3]["result"]?["transactions"]?.array?.map { $0["businessDay"] }
        #expect(
            days == ["2026-06-11", "2026-06-10"], "what is asked behind the close comes after it")
        for (line, answer) in zip(lines, answers) {
            let told = try #require(try doors.reply(to: line))
            #expect(told["result"]?["balance"] == answer["result"]?["balance"])
            #expect(told["error"] == nil)
        }
    }

    @Test func `says when to ask again if too many wait`() {
        let response = ProblemDocument.response(to: .busy("b"))
        #expect(response.status == 503)
        #expect(response.fields.contains { $0.name == "Retry-After" && $0.value == "1" })
    }

    @Test func `refuses a day that cannot be closed at once`() throws {
        let doors = try Doors()
        let key = (name: "Idempotency-Key", value: "z")
        let request = HTTPRequest.made(
            .post, "/v1/days/2026-06-12/close", fields: [key], body: "{}")
        guard case .response(let response) = HTTPDoor(engine: doors.web).answer([request])[0] else {
            Issue.record("answered later")
            return
        }
        #expect(response.status == 409)
    }
}
