import PointsHTTP
import Testing

/// The times and bounds of a connection, on a given clock.
struct ConnectionBoundsTests {
    // MARK: - Times

    /// RFC 9112, 9.5.
    @Test func `closes a connection that is idle too long without a word`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/"))
        dialogue.wait(20_000)
        _ = dialogue.read()
        dialogue.wait(64_999)
        #expect(dialogue.connection.wantsRead)
        dialogue.wait(1)
        #expect(dialogue.connection.wantsHalfClose)
        #expect(dialogue.read() == "")
        dialogue.wait(2_000)
        #expect(dialogue.connection.isClosed)
    }

    /// RFC 9110, 15.5.9: trickling bytes do not put the end off.
    @Test(arguments: [
        ("GET", Int64(10_000)),
        ("GET / HTTP/1.1\r\nA: ", 10_000),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n", 30_000),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1", 30_000),
    ])
    func `answers 408 to a request that trickles too long`(_ start: String, _ total: Int64) {
        var dialogue = Dialogue()
        dialogue.wait(50_000)
        dialogue.send(start)
        #expect(dialogue.connection.deadlineMilliseconds == 50_000 + total)
        dialogue.wait(total - 1)
        dialogue.send("0")
        #expect(dialogue.connection.wantsRead)
        dialogue.wait(1)
        #expect(!dialogue.connection.wantsRead)
        #expect(dialogue.read().hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        #expect(dialogue.taken == 0)
    }

    @Test func `gives each request its own time`() {
        var dialogue = Dialogue()
        for _ in 0..<3 {
            dialogue.send("GET / HTTP/1.1\r\n")
            dialogue.wait(9_000)
            dialogue.send("Host: a\r\n\r\nG")
            _ = dialogue.read()
            dialogue.wait(9_000)
            dialogue.send("ET / HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = dialogue.read()
        }
        #expect(dialogue.taken == 6)
    }

    @Test func `lets go of a client that trickles its reading`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/"), answerBytes: 1_000)
        dialogue.wait(29_999)
        #expect(dialogue.read(atMost: 1) != "")
        #expect(dialogue.connection.wantsWrite)
        dialogue.wait(1)
        #expect(dialogue.connection.isClosed)
    }

    @Test func `keeps a client that reads all that waited in time`() {
        var dialogue = Dialogue()
        for _ in 0..<10 {
            dialogue.send(HostileRow.get("/"), answerBytes: 1_000)
            dialogue.wait(20_000)
            let size = Dialogue.answer(String(repeating: "x", count: 1_000)).utf8.count
            #expect(dialogue.read(atMost: size).utf8.count == size)
        }
        #expect(dialogue.connection.wantsRead)
    }

    @Test func `does not count the time in which it did not read`() {
        var limits = HTTPLimits()
        limits.aheadBytesMax = 2_000
        var dialogue = Dialogue(limits: limits)
        dialogue.send(HostileRow.get("/") + "GET ", answerBytes: 5_000)
        dialogue.wait(20_000)
        #expect(!dialogue.connection.wantsRead)
        _ = dialogue.read()
        dialogue.wait(9_999)
        #expect(dialogue.connection.wantsRead)
        dialogue.wait(1)
        #expect(dialogue.read().hasPrefix("HTTP/1.1 408 "))
    }

    // MARK: - Bounds

    /// RFC 9112, 9.3.2.
    @Test func `stops reading a client that does not read`() {
        var dialogue = Dialogue()
        let request = HostileRow.get("/")
        let answerBytes = 10_000
        dialogue.send(String(repeating: request, count: 100), answerBytes: answerBytes)
        #expect(!dialogue.connection.wantsRead)
        let firstTaken = dialogue.taken
        #expect(firstTaken == HTTPLimits.standard.pipelinedRequestsMax)
        let waiting = dialogue.connection.withPendingOutput(\.count)
        _ = dialogue.read(atMost: waiting - 65_536)
        dialogue.answerAll(answerBytes: answerBytes)
        #expect(dialogue.taken == firstTaken)
        #expect(!dialogue.connection.wantsRead)
        _ = dialogue.read(atMost: 1)
        #expect(dialogue.connection.canTakeMore)
        dialogue.answerAll(answerBytes: answerBytes)
        #expect(dialogue.taken == 100)
    }

    /// RFC 9112, 9.3.2.
    @Test func `stops reading when as much as may be waits to be taken`() {
        var limits = HTTPLimits()
        limits.aheadBytesMax = 100
        limits.pipelinedRequestsMax = 2
        var dialogue = Dialogue(limits: limits)
        let requests = String(repeating: HostileRow.get("/"), count: 10)
        dialogue.connection.receive(Array(requests.utf8), at: dialogue.now)
        #expect(!dialogue.connection.wantsRead)
        var batch: [HTTPRequest] = []
        let taken = dialogue.connection.takeRequests(into: &batch, atMost: 9, at: dialogue.now)
        #expect(taken == 2)
        #expect(dialogue.connection.canTakeMore)
        #expect(dialogue.connection.deadlineMilliseconds == nil, "the client is not to blame")
    }

    /// RFC 9112, 9.6: the last answer says that it is the last.
    @Test func `closes after as many requests as a connection may have`() {
        var dialogue = Dialogue()
        let requests = String(repeating: HostileRow.get("/"), count: 100)
        for _ in 0..<9 {
            dialogue.send(requests)
            #expect(!dialogue.read().contains("Connection: close"))
        }
        dialogue.send(requests + requests)
        let text = dialogue.read()
        #expect(dialogue.taken == 1_000)
        #expect(text.hasSuffix(Dialogue.answer("GET a/", "Connection: close\r\n")))
        #expect(!text.dropLast(60).contains("Connection: close"))
    }

    @Test func `takes no more of a batch than is left in it`() {
        var dialogue = Dialogue()
        let requests = HostileRow.get("/1") + HostileRow.get("/2")
        dialogue.connection.receive(Array(requests.utf8), at: dialogue.now)
        var batch: [HTTPRequest] = []
        let first = dialogue.connection.takeRequests(into: &batch, atMost: 0, at: dialogue.now)
        #expect(first == 0)
        #expect(dialogue.connection.canTakeMore)
        let second = dialogue.connection.takeRequests(into: &batch, atMost: 5, at: dialogue.now)
        #expect(second == 2)
        #expect(batch.map(\.path) == ["/1", "/2"])
        #expect(!dialogue.connection.canTakeMore)
    }
}
