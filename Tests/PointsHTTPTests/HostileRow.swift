import PointsHTTP
import Testing

/// A row of the table of hostile situations: bytes, and what becomes of them.
struct HostileRow: Sendable, CustomTestStringConvertible {
    let title: String
    let bytes: [UInt8]

    /// The requests, as ``Transcript`` writes them, that come out before the refusal.
    var requests: [String] = []
    var error: HTTPError?

    var testDescription: String { title }

    /// The text stands for its bytes in ISO 8859-1, so that any byte can be written.
    init(_ title: String, _ text: String, refused error: HTTPError, after requests: [String] = []) {
        self.title = title
        bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        self.requests = requests
        self.error = error
    }

    init(_ title: String, _ text: String, accepted requests: [String]) {
        self.title = title
        bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        self.requests = requests
    }

    /// A `GET /` with the field lines in front of its `Host`.
    static func fields(_ lines: String) -> String {
        "GET / HTTP/1.1\r\n\(lines)\r\nHost: a\r\n\r\n"
    }

    /// A `POST /` with the field lines and what follows the head.
    static func post(_ lines: String, _ rest: String = "") -> String {
        "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n\(rest)"
    }

    /// A chunked `POST /`.
    static func chunked(_ chunks: String) -> String { post("Transfer-Encoding: chunked", chunks) }

    /// A `GET` of the target.
    static func get(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }
}
