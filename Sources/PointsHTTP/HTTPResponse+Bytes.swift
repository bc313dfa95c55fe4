// MARK: - On the wire

extension HTTPResponse {
    /// What the `Connection` field of an answer says (RFC 9112, 9.3).
    enum Persistence {
        /// Nothing: HTTP/1.1 stays open.
        case implied
        /// `keep-alive`: for a client of HTTP/1.0 that asked for it.
        case keepAlive
        /// `close`: this is the last answer.
        case close
    }

    /// Appends the answer as it is sent.
    func append(
        to output: inout [UInt8], date: [UInt8], isHead: Bool, persistence: Persistence
    ) {
        output.append(contentsOf: "HTTP/1.1 ".utf8)
        output.append(contentsOf: String(status).utf8)
        output.append(.space)
        output.append(contentsOf: HTTPResponse.reason(of: status).utf8)
        output.append(contentsOf: "\r\nDate: ".utf8)
        output.append(contentsOf: date)
        // RFC 9110, 8.6 and 15.4.5: no length with 204, and with 304 it would be another's.
        let hasContent = status != 204 && status != 304
        if hasContent {
            output.append(contentsOf: "\r\nContent-Length: ".utf8)
            output.append(contentsOf: String(body.count).utf8)
        }
        switch persistence {
        case .implied: break
        case .keepAlive: output.append(contentsOf: "\r\nConnection: keep-alive".utf8)
        case .close: output.append(contentsOf: "\r\nConnection: close".utf8)
        }
        for field in fields where !HTTPResponse.isFraming(field.name.utf8) {
            output.append(contentsOf: "\r\n".utf8)
            HTTPResponse.appendLine(field.name.utf8, field.value.utf8, to: &output)
        }
        output.append(contentsOf: "\r\n\r\n".utf8)
        if hasContent && !isHead { output.append(contentsOf: body) }
    }

    /// A control character in a field would let whoever chose it write fields of his own, or a
    /// whole answer (RFC 9110, 5.5): it is sent as a space.
    private static func appendLine(
        _ name: String.UTF8View, _ value: String.UTF8View, to output: inout [UInt8]
    ) {
        let start = output.count
        output.append(contentsOf: name)
        output.append(contentsOf: ": ".utf8)
        output.append(contentsOf: value)
        for index in start..<output.count where output[index].isControl {
            output[index] = .space
        }
    }

    /// Whether the adapter alone writes the field.
    private static func isFraming(_ name: String.UTF8View) -> Bool {
        switch name.count {
        case 4: name.equalsIgnoringCase("date")
        case 10: name.equalsIgnoringCase("connection")
        case 14: name.equalsIgnoringCase("content-length")
        case 17: name.equalsIgnoringCase("transfer-encoding")
        default: false
        }
    }

    /// The reason phrase, which nobody may rely on (RFC 9112, 4).
    private static func reason(of status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 422: "Unprocessable Content"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 503: "Service Unavailable"
        case 505: "HTTP Version Not Supported"
        case 507: "Insufficient Storage"
        default: ""
        }
    }
}
