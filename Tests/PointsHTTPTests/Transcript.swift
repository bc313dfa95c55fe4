import PointsHTTP
import Testing

/// What a parser makes of a run of bytes, in a form that two runs can be compared by.
struct Transcript: Equatable, CustomTestStringConvertible {
    var lines: [String] = []
    var error: HTTPError?
    var phase: String = ""

    /// Feeds the pieces one after the other, taking all events after each.
    init(of pieces: some Sequence<some Collection<UInt8>>, limits: HTTPLimits = .standard) {
        var parser = RequestParser(limits: limits, peer: "192.0.2.7")
        for piece in pieces {
            parser.append(piece)
            do throws(HTTPError) {
                while let event = try parser.next() { lines.append(Transcript.line(event)) }
            } catch {
                self.error = error
            }
        }
        phase = "\(parser.phase)"
    }

    init(of text: String, limits: HTTPLimits = .standard) {
        self.init(of: CollectionOfOne(Array(text.utf8)), limits: limits)
    }

    var testDescription: String { "\(lines) \(error.map { "\($0)" } ?? "no error"), \(phase)" }

    private static func line(_ event: RequestParser.Event) -> String {
        switch event {
        case .continueExpected: "continue"
        case .request(let request): summary(of: request)
        }
    }

    /// `GET http://host/a|b?n=v body`, with `-` behind the method if the connection ends there.
    static func summary(of request: HTTPRequest) -> String {
        let method = request.isHead ? "HEAD" : request.method.rawValue
        let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        let path = request.path == "*" ? "*" : "/" + request.segments.joined(separator: "|")
        return method + (request.isPersistent ? "" : "-") + " " + request.host + path
            + (query.isEmpty ? "" : "?" + query)
            + (request.body.isEmpty ? "" : " " + String(decoding: request.body, as: UTF8.self))
    }
}
