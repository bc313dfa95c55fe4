internal import PointsCore
internal import PointsHTTP
internal import PointsJSON
internal import PointsWire

/// Errors over HTTP: `application/problem+json` after RFC 9457.
enum ProblemDocument {
    private static let contentType = "application/problem+json"

    /// A refusal with its name, its sentence and its fields.
    static func response(to refusal: Refusal, status: Int? = nil) -> HTTPResponse {
        let status = status ?? StatusTable.status(of: refusal.code)
        let body = document(
            code: refusal.code, status: status, detail: refusal.message
        ) { writer in
            ReplyEncoder.writeDetails(of: refusal, to: &writer)
        }
        var response = HTTPResponse(status: status, contentType: contentType, body: body)
        if let seconds = retryAfterSeconds(of: refusal) {
            response.fields.append((name: "Retry-After", value: seconds))
        }
        return response
    }

    private static func retryAfterSeconds(of refusal: Refusal) -> String? {
        switch refusal {
        case .busy: String(HTTPLimits.standard.retryAfterSeconds)
        case .rateLimited(let seconds): String(seconds)
        default: nil
        }
    }

    /// What the HTTP adapter refuses before any route sees it.
    ///
    /// Where the protocol has a name for it the document says so; else the status alone tells (RFC 9457, 4.2.1).
    @Sendable static func response(to error: HTTPError) -> HTTPResponse {
        let code: ErrorCode?
        switch error.status {
        case 400: code = .invalidRequest
        case 413: code = .payloadTooLarge
        case 503: code = .busy
        default: code = nil
        }
        let body = document(code: code, status: error.status, detail: error.message) { writer in
            writer.member("retryable", error.status == 503)
            if error.status == 413 { writer.member("bytesMax", HTTPLimits.standard.bodyBytesMax) }
        }
        return HTTPResponse(status: error.status, contentType: contentType, body: body)
    }

    private static func document(
        code: ErrorCode?, status: Int, detail: String,
        _ more: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("type", code.map { "urn:meguri:error:\($0.rawValue)" } ?? "about:blank")
            writer.member("title", code?.rawValue.replacing("_", with: " ") ?? "refused")
            writer.member("status", status)
            writer.member("detail", detail)
            writer.member("code", code?.rawValue)
            more(&writer)
        }
        return writer.bytes
    }
}
