import PointsHTTP
import Testing

/// Sections are of RFC 9112 unless another is named.
struct ConnectionTests {
    private static let limits = HTTPLimits.standard

    // MARK: - Answers

    /// 9.3.2.
    @Test func `answers pipelined requests in order in one run of bytes`() {
        var dialogue = Dialogue()
        let body = HostileRow.post("Content-Length: 2", "hi")
        dialogue.send(HostileRow.get("/1") + body + HostileRow.get("/3"))
        let answers = ["GET a/1", "POST a/ hi", "GET a/3"].map { Dialogue.answer($0) }
        #expect(dialogue.read() == answers.joined())
        #expect(dialogue.connection.wantsRead)
    }

    /// RFC 9110, 9.3.2.
    @Test func `answers HEAD with the length of a body it leaves out`() {
        var dialogue = Dialogue()
        dialogue.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(dialogue.read() == Dialogue.answer("HEAD a/", isHead: true))
    }

    /// 9.6.
    @Test func `answers and closes after close and reads nothing behind it`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.fields("Connection: close") + HostileRow.get("/never"))
        #expect(dialogue.taken == 1)
        #expect(!dialogue.connection.wantsRead)
        #expect(dialogue.read() == Dialogue.answer("GET- a/", "Connection: close\r\n"))
        #expect(dialogue.connection.wantsRead, "the rest is thrown away until the client closes")
        dialogue.send(HostileRow.get("/never"))
        #expect(dialogue.taken == 1)
        dialogue.sendEnd()
        #expect(dialogue.connection.isClosed)
    }

    /// 9.3.
    @Test func `tells a client of the old version that its connection stays open`() {
        var dialogue = Dialogue()
        dialogue.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(dialogue.read() == Dialogue.answer("GET /", "Connection: keep-alive\r\n"))
        dialogue.send("GET / HTTP/1.0\r\n\r\n")
        #expect(dialogue.read() == Dialogue.answer("GET- /", "Connection: close\r\n"))
    }

    /// 9.2 and 9.3.2: the refusal stands behind the answers it follows.
    @Test func `answers what came before a refused request and then refuses it`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/1") + "BREW / HTTP/1.1\r\n")
        let text = dialogue.read()
        #expect(text.hasPrefix(Dialogue.answer("GET a/1") + "HTTP/1.1 501 Not Implemented\r\n"))
        #expect(text.contains("\r\nConnection: close\r\n"))
        #expect(text.hasSuffix("\r\n\r\n" + HTTPError.methodUnknown.message + "\n"))
    }

    /// RFC 9110, 15.5.6 and 15.6.4.
    @Test(arguments: [
        (HTTPError.methodRefused, "Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"),
        (HTTPError.connectionsExhausted, "Retry-After: 1"),
    ])
    func `adds the field a refusal must carry`(_ error: HTTPError, _ field: String) {
        var dialogue = Dialogue()
        dialogue.connection.refuse(error, at: dialogue.now)
        let text = dialogue.read()
        #expect(text.hasPrefix("HTTP/1.1 \(error.status) "))
        #expect(text.contains("\r\n\(field)\r\n"))
    }

    // MARK: - 100 Continue

    /// RFC 9110, 10.1.1.
    @Test func `says 100 Continue to a client that waits and not to one that does not`() {
        let head = HostileRow.post("Content-Length: 2\r\nExpect: 100-continue")
        var waiting = Dialogue()
        waiting.send(head)
        #expect(waiting.read() == "HTTP/1.1 100 Continue\r\n\r\n")
        waiting.send("hi")
        #expect(waiting.read() == Dialogue.answer("POST a/ hi"))
        var hasty = Dialogue()
        hasty.send(head + "hi")
        #expect(hasty.read() == Dialogue.answer("POST a/ hi"))
    }

    /// RFC 9110, 10.1.1 and 9.3.2: it too keeps its place in the line.
    @Test func `says 100 Continue behind the answers before it`() {
        var dialogue = Dialogue()
        let head = HostileRow.post("Content-Length: 2\r\nExpect: 100-continue")
        dialogue.send(HostileRow.get("/1") + head)
        #expect(
            dialogue.read() == Dialogue.answer("GET a/1") + "HTTP/1.1 100 Continue\r\n\r\n")
    }

    // MARK: - The end of the stream

    /// 8.
    @Test(arguments: [
        "GET / HT", "GET / HTTP/1.1\r\nHost: a\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\n"
            + "Content-Length: 9\r\n\r\nhi",
    ])
    func `never gives a request that was cut short`(_ text: String) {
        var dialogue = Dialogue()
        dialogue.send(text)
        dialogue.sendEnd()
        #expect(dialogue.taken == 0)
        #expect(dialogue.connection.isClosed)
    }

    /// 9.6.
    @Test func `answers a client that has closed its half and then closes`() {
        var dialogue = Dialogue()
        dialogue.connection.receive(Array(HostileRow.get("/").utf8), at: dialogue.now)
        dialogue.sendEnd()
        #expect(!dialogue.connection.wantsRead)
        #expect(!dialogue.connection.isClosed)
        #expect(dialogue.read() == Dialogue.answer("GET a/"))
        #expect(dialogue.connection.isClosed)
    }

    /// 9.6: closing with unread input would reset the connection.
    @Test func `throws away so many bytes after the last answer and no more`() {
        var limits = HTTPLimits()
        limits.lingerBytesMax = 100
        var dialogue = Dialogue(limits: limits)
        dialogue.send("\0")
        #expect(dialogue.read().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        dialogue.send(String(repeating: "x", count: 100))
        #expect(!dialogue.connection.isClosed)
        dialogue.send("x")
        #expect(dialogue.connection.isClosed)
    }

    // MARK: - Draining

    @Test func `closes idle connections at once when it drains`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/"))
        _ = dialogue.read()
        dialogue.connection.drain(at: dialogue.now)
        #expect(dialogue.connection.wantsHalfClose)
    }

    @Test func `finishes what has begun to arrive when it drains`() {
        var dialogue = Dialogue()
        dialogue.send("GET / HTTP/1.1\r\n")
        dialogue.connection.drain(at: dialogue.now)
        #expect(dialogue.connection.wantsRead)
        dialogue.send("Host: a\r\n\r\n")
        #expect(dialogue.read() == Dialogue.answer("GET a/", "Connection: close\r\n"))
    }
}
