import PointsHTTP
import Testing

struct HTTPResponseTests {
    private func written(_ response: HTTPResponse, head: String = "GET / HTTP/1.1") -> String {
        let now = Moment(milliseconds: 0, date: Array("today".utf8))
        var connection = Connection(limits: .standard, peer: "", at: now)
        connection.receive(Array("\(head)\r\nHost: a\r\n\r\n".utf8), at: now)
        var batch: [HTTPRequest] = []
        _ = connection.takeRequests(into: &batch, atMost: 1, at: now)
        connection.answer([.response(response)], at: now)
        return connection.withPendingOutput { String(decoding: $0, as: UTF8.self) }
    }

    /// RFC 9110, 8.6, 15.3.5 and 15.4.5.
    @Test(arguments: [(204, "No Content"), (304, "Not Modified")])
    func `sends no content with a status that has none`(_ status: Int, _ reason: String) {
        let text = written(HTTPResponse(status: status, text: "gone"))
        #expect(
            text == "HTTP/1.1 \(status) \(reason)\r\nDate: today\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n")
    }

    /// RFC 9112, 6.3: what frames an answer is the adapter's alone.
    @Test func `leaves out what a route says about framing`() {
        let response = HTTPResponse(
            status: 200,
            fields: [
                ("content-LENGTH", "7"), ("Transfer-Encoding", "chunked"), ("Connection", "x"),
                ("Date", "never"), ("X-A", "1"),
            ], body: [0x68, 0x69])
        #expect(
            written(response) == "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 2\r\n"
                + "X-A: 1\r\n\r\nhi")
    }

    /// RFC 9110, 5.5.
    @Test func `sends no line end that a route put into a field`() {
        let response = HTTPResponse(status: 200, fields: [("X-A", "1\r\nX-B: 2\0")])
        #expect(written(response).hasSuffix("\r\nX-A: 1  X-B: 2 \r\n\r\n"))
    }

    /// RFC 9110, 5.6.7.
    @Test(arguments: [
        (Int64(784_111_777), "Sun, 06 Nov 1994 08:49:37 GMT"),
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (951_868_799, "Tue, 29 Feb 2000 23:59:59 GMT"),
        (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
        (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ])
    func `writes dates`(_ seconds: Int64, _ text: String) {
        #expect(String(decoding: HTTPDate.bytes(secondsSince1970: seconds), as: UTF8.self) == text)
    }

    /// RFC 9110, 5.1 and 5.3.
    @Test func `reads fields without regard to case and joins repeated ones`() {
        let fields = HTTPFields([("Accept", "a"), ("X", "1"), ("ACCEPT", "b")])
        #expect(fields["accept"] == "a, b")
        #expect(fields.values(of: "aCCEPT") == ["a", "b"])
        #expect(fields["x"] == "1")
        #expect(fields["y"] == nil)
        #expect(fields.count == 3)
    }

    @Test(arguments: HTTPError.allCases)
    func `has a sentence and a client or server status for each refusal`(_ error: HTTPError) {
        #expect((400...599).contains(error.status))
        #expect(error.message.hasSuffix("."))
    }
}
