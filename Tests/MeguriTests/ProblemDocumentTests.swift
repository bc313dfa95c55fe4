import PointsCore
import PointsHTTP
import PointsJSON
import PointsWire
import Testing

@testable import meguri

/// Errors over HTTP, after RFC 9457.
struct ProblemDocumentTests {
    private func document(_ response: HTTPResponse) throws -> JSONObject {
        let contentType = response.fields.first { $0.name == "Content-Type" }?.value
        #expect(contentType == "application/problem+json")
        return try #require(try JSON(parsing: response.body).object)
    }

    @Test
    func `a refusal has the members of RFC 9457 section 3 and the fields of the other door`() {
        let response = ProblemDocument.response(
            to: .insufficientPoints(available: 300, requested: 500))
        #expect(response.status == 409)
        #expect(
            String(decoding: response.body, as: UTF8.self) == """
                {"type":"urn:meguri:error:insufficient_points","title":"insufficient points",\
                "status":409,"detail":"The member holds 300 points; 500 were asked for.",\
                "code":"insufficient_points","retryable":false,"available":300,"requested":500}
                """)
    }

    @Test(arguments: Refusal.samples)
    func `every refusal is strict JSON that agrees with its status`(_ refusal: Refusal) throws {
        let response = ProblemDocument.response(to: refusal)
        let document = try document(response)
        #expect(response.status == StatusTable.status(of: refusal.code))
        #expect(document["status"]?.exactInteger == Int64(response.status))
        #expect(document["code"]?.string == refusal.code.rawValue)
        #expect(document["type"] == .string("urn:meguri:error:\(refusal.code.rawValue)"))
        #expect(document["detail"]?.string == refusal.message)
        #expect(document["retryable"]?.bool == refusal.isRetryable)
        for detail in refusal.details {
            switch detail.value {
            case .number(let number): #expect(document[detail.name]?.exactInteger == number)
            case .text(let text): #expect(document[detail.name]?.string == text)
            case .problems(let problems):
                let told = try #require(document[detail.name]?.array)
                #expect(told.map { $0["file"]?.string } == problems.map(\.file))
                #expect(told.map { $0["pointer"]?.string } == problems.map(\.pointer))
                #expect(told.map { $0["problem"]?.string } == problems.map(\.problem))
            }
        }
    }

    @Test(arguments: HTTPError.allCases)
    func `what the adapter refuses is a problem document too`(_ error: HTTPError) throws {
        let response = ProblemDocument.response(to: error)
        let document = try document(response)
        #expect(response.status == error.status)
        #expect(document["status"]?.exactInteger == Int64(error.status))
        #expect(document["detail"]?.string == error.message)
        #expect(document["title"]?.string?.isEmpty == false)
        #expect(document["retryable"]?.bool == (error.status == 503))
        #expect((document["bytesMax"] == 1_048_576) == (error.status == 413))
        // RFC 9457, section 4.2.1: where the protocol has no name for it the status alone tells.
        let code = document["code"]?.string
        #expect(code == Self.names[error.status])
        #expect(document["type"]?.string == code.map { "urn:meguri:error:\($0)" } ?? "about:blank")
    }

    /// The names that the protocol has for what the adapter refuses.
    private static let names = [400: "invalid_request", 413: "payload_too_large", 503: "busy"]
}
