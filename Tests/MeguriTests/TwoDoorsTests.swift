import Foundation
import PointsCore
import PointsHTTP
import PointsJSON
import PointsWire
import Testing

@testable import meguri

/// The same command through either door has the same result.
struct TwoDoorsTests {
    /// What earlier replies of a transcript said, to name members and purchases by id as paths do.
    private struct Names {
        var member = JSON.null
        var purchases: [String: JSON] = [:]

        mutating func learn(from reply: JSON?) {
            if let id = reply?["result"]?["member"]?["id"] { member = id }
            guard let purchase = reply?["result"]?["purchase"], let id = purchase["id"],
                let order = purchase["order"]?.string
            else { return }
            purchases[order] = id
        }

        /// The same request with ids where a path needs them.
        func naming(_ method: Method, _ params: JSONObject) -> JSONObject {
            var params = params
            switch method {
            case .pointsBalance, .pointsHistory, .pointsGrant, .pointsAdjust, .memberGet,
                .memberLink, .memberWithdraw, .consentRecord, .consentList, .preferenceSet,
                .memberUpdate, .memberErase, .memberExport:
                params["member"] = member
            case .purchaseConfirm, .purchaseReturn, .purchaseVoid:
                guard let order = params["order"]?.string, let id = purchases[order] else { break }
                params["order"] = nil
                params["purchase"] = id
            default: break
            }
            return params
        }
    }

    /// A result is the same bytes; an error has the same name, sentence and fields.
    private func compare(_ reply: JSON, _ response: HTTPResponse, _ comment: String) throws {
        let body = try JSON(parsing: response.body)
        guard let error = reply["error"] else {
            #expect(response.status == 200, "\(comment)")
            #expect(body == reply["result"], "\(comment)")
            return
        }
        let data = try #require(error["data"]?.object)
        let code = try #require(ErrorCode(rawValue: data["type"]?.string ?? ""))
        #expect(response.status == StatusTable.status(of: code), "\(comment)")
        #expect(body["code"] == data["type"], "\(comment)")
        #expect(body["detail"] == error["message"], "\(comment)")
        for member in data.members where member.key != "type" {
            #expect(body[member.key] == member.value, "\(comment) \(member.key)")
        }
    }

    @Test(arguments: Transcript.names)
    func `a day through either door comes out the same`(_ name: String) throws {
        let doors = try Doors(rules: Transcript.rules(of: name))
        var names = Names()
        var compared: Set<Method> = []
        for exchange in try Transcript(named: name).exchanges {
            let asked = try JSON(parsing: exchange.request)
            let method = try #require(
                Method(rawValue: asked["method"]?.string ?? ""))
            let params = names.naming(method, asked["params"]?.object ?? [:])
            let request = try #require(
                HTTPRequest.asking(method, params), "\(method) has no route")
            let line: JSON = [
                "jsonrpc": "2.0", "id": 1, "method": .string(method.rawValue),
                "params": .object(params),
            ]
            let reply = try #require(try doors.reply(to: line.text()))
            names.learn(from: reply)
            try compare(reply, doors.response(to: request), exchange.request)
            compared.insert(method)
        }
        #expect(compared.count >= 8)
    }

    @Test
    func `the days at till and web use every method`() throws {
        let used = try Transcript.names.flatMap { try Transcript(named: $0).exchanges }.map {
            try JSON(parsing: $0.request)["method"]?.string ?? ""
        }
        #expect(Set(used) == Set(Method.allCases.map(\.rawValue)))
    }

    @Test
    func `a key that was used at one door is known at the other`() throws {
        let doors = try Doors()
        let body = #"{"channel":"store","identities":[{"kind":"ec_account","value":"a"}]}"#
        let first = doors.response(
            to: .made(
                .post, "/v1/members", fields: [("Idempotency-Key", "k")], body: body))
        let line = """
            {"jsonrpc":"2.0","id":1,"method":"member.join","params":{"idempotencyKey":"k",\
            "identities":[{"value":"a","kind":"ec_account"}],"channel":"store"}}
            """
        let again = try JSON(parsing: doors.response(to: .made(.post, "/rpc", body: line)).body)
        #expect(first.status == 200)
        #expect(again["result"]?["replayed"] == true)
        #expect(again["result"]?["member"] == (try JSON(parsing: first.body))["member"])
    }

    @Test
    func `JSON-RPC over HTTP is answered as on the pipe`() throws {
        let doors = try Doors()
        for line in [
            #"{"jsonrpc":"2.0","id":1,"method":"system.health"}"#,
            #"[{"jsonrpc":"2.0","id":1,"method":"system.health"},{"jsonrpc":"2.0","id":2}]"#,
            "nonsense", "[]", #"{"jsonrpc":"2.0","id":1,"method":"nope"}"#,
        ] {
            let response = doors.response(to: .made(.post, "/rpc", body: line))
            #expect(response.status == 200)
            #expect(try JSON(parsing: response.body) == doors.reply(to: line))
        }
        let notification = #"{"jsonrpc":"2.0","method":"system.health"}"#
        let response = doors.response(to: .made(.post, "/rpc", body: notification))
        #expect(response.status == 204 && response.body.isEmpty)
    }

    @Test
    func `the requests of one round are answered in their order`() throws {
        let doors = try Doors()
        let health = #"{"jsonrpc":"2.0","id":1,"method":"system.health"}"#
        let join = #"{"channel":"store","identities":[{"kind":"ec_account","value":"a"}]}"#
        let key = (name: "Idempotency-Key", value: "k")
        let responses = doors.responses(to: [
            .made(.get, "/nowhere"), .made(.post, "/rpc", body: "[\(health),\(health)]"),
            .made(.post, "/v1/members", fields: [key], body: join),
            .made(.post, "/v1/batch", body: "\(health)\nnonsense\n\(health)"),
            .made(.post, "/v1/members", fields: [key], body: join), .made(.get, "/livez"),
        ])
        let texts = responses.map { String(decoding: $0.body, as: UTF8.self) }
        try #require(texts.count == 6)
        #expect(responses.map(\.status) == [404, 200, 200, 200, 200, 200])
        #expect(texts[1].components(separatedBy: #""entries":1"#).count == 3)
        #expect(texts[2].hasPrefix(#"{"granted":[]"#))
        #expect(texts[3].components(separatedBy: #""entries":2"#).count == 3)
        #expect(texts[4].hasPrefix(#"{"replayed":true"#))
        #expect(texts[5] == #"{"status":"ok","entries":2}"#)
    }

    @Test
    func `a batch has one verification, and one through either door`() throws {
        let doors = try Doors()
        let verify = #"{"jsonrpc":"2.0","id":1,"method":"system.verify"}"#
        let batch = "[\(verify),\(verify)]"
        let answer = try JSON(
            parsing: doors.response(to: .made(.post, "/rpc", body: batch)).body)
        #expect(try doors.reply(to: batch) == answer)
        #expect(answer.array?.first?["result"]?["ok"] == true)
        #expect(answer.array?.last?["error"]?["data"]?["type"] == "invalid_request")
        let lines = doors.response(
            to: .made(.post, "/v1/batch", body: "\(verify)\n\(verify)")
        ).body.split(separator: UInt8(ascii: "\n"))
        try #require(lines.count == 2)
        let second = try JSON(parsing: lines[1])
        #expect(second["error"]?["data"]?["type"] == "invalid_request")
    }

    @Test
    func `each line of a batch is judged on its own`() throws {
        let doors = try Doors()
        let health = #"{"jsonrpc":"2.0","id":1,"method":"system.health"}"#
        let response = doors.response(
            to: .made(.post, "/v1/batch", body: "\(health)\nnonsense\r\n\n[\(health)]\n\(health)"))
        let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\n")
        #expect(response.status == 200)
        #expect(response.fields.first?.value == "application/x-ndjson")
        try #require(lines.count == 4)
        #expect(lines[0] == #"{"jsonrpc":"2.0","id":1,"result":{"status":"ok","entries":1}}"#)
        #expect(lines[1].contains(#""code":-32700"#))
        #expect(lines[2] == "[\(lines[0])]")
        #expect(lines[3] == lines[0])
    }
}
