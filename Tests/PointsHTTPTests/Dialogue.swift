import PointsHTTP
import Testing

/// A ``Connection`` on a clock and with a client of the test's making.
struct Dialogue {
    var connection: Connection
    private(set) var milliseconds: Int64 = 0

    /// How many requests were taken in all.
    private(set) var taken = 0

    init(limits: HTTPLimits = .standard) {
        let now = Dialogue.moment(0)
        connection = Connection(limits: limits, peer: "192.0.2.7", at: now)
    }

    var now: Moment { Dialogue.moment(milliseconds) }

    private static func moment(_ milliseconds: Int64) -> Moment {
        Moment(milliseconds: milliseconds, date: Array("today".utf8))
    }
}

// MARK: - What the client and the clock do

extension Dialogue {
    /// The client sends text and each request in it is answered with its own summary, or with a
    /// body of the given size.
    mutating func send(_ text: String, answerBytes: Int? = nil) {
        connection.receive(Array(text.utf8), at: now)
        answerAll(answerBytes: answerBytes)
    }

    mutating func sendEnd() {
        connection.receiveEnd()
        answerAll(answerBytes: nil)
    }

    mutating func answerAll(answerBytes: Int?) {
        repeat {
            var batch: [HTTPRequest] = []
            taken += connection.takeRequests(into: &batch, atMost: 1_024, at: now)
            let answers = batch.map { request in
                // The path `/later/7` is answered later, under the ticket 7.
                if request.segments.first == "later", let number = Int(request.segments[1]) {
                    return HTTPAnswer.later(HTTPTicket(number))
                }
                let size = answerBytes.map { Array(repeating: UInt8(ascii: "x"), count: $0) }
                return .response(
                    HTTPResponse(
                        status: 200, body: size ?? Array(Transcript.summary(of: request).utf8)))
            }
            connection.answer(answers, at: now)
        } while connection.canTakeMore
    }

    /// The answer comes that was to come later, and what it held back is taken.
    mutating func answerLate(_ number: Int, _ body: String) {
        connection.answer(
            HTTPTicket(number), with: HTTPResponse(status: 200, body: Array(body.utf8)), at: now)
        if connection.canTakeMore { answerAll(answerBytes: nil) }
    }

    /// The client takes all that waits for it, or as many bytes.
    mutating func read(atMost bytesMax: Int = .max) -> String {
        let bytes = connection.withPendingOutput { Array($0.prefix(bytesMax)) }
        if !bytes.isEmpty { connection.wrote(bytes.count, at: now) }
        if connection.wantsHalfClose { connection.halfClosed(at: now) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Time goes by, and what is due is done.
    mutating func wait(_ duration: Int64) {
        milliseconds += duration
        connection.tick(at: now)
    }

    /// A whole answer as the connection writes it.
    static func answer(_ body: String, _ more: String = "", isHead: Bool = false) -> String {
        "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: \(body.utf8.count)\r\n\(more)\r\n"
            + (isHead ? "" : body)
    }
}
