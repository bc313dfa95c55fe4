import PointsHTTP
import Testing

/// Answers that come when their rounds are long over.
struct LateAnswerTests {
    private static let limits = HTTPLimits.standard

    /// RFC 9112, 9.3.2.
    @Test func `holds back what follows an answer that comes later`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/1") + HostileRow.get("/later/7") + HostileRow.get("/3"))
        #expect(dialogue.read() == Dialogue.answer("GET a/1"))
        dialogue.answerLate(7, "seven")
        #expect(dialogue.read() == Dialogue.answer("seven") + Dialogue.answer("GET a/3"))
    }

    @Test func `writes late answers in the order of their requests`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7") + HostileRow.get("/later/8"))
        dialogue.answerLate(8, "eight")
        #expect(dialogue.read() == "")
        dialogue.answerLate(7, "seven")
        #expect(dialogue.read() == Dialogue.answer("seven") + Dialogue.answer("eight"))
    }

    /// RFC 9112, 9.3.2: requests that change something follow each other.
    @Test func `takes nothing more before the late answer`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7"))
        dialogue.send(HostileRow.get("/2"))
        #expect(dialogue.taken == 1)
        #expect(!dialogue.connection.canTakeMore, "or the owner would ask again and again")
        dialogue.answerLate(7, "seven")
        #expect(dialogue.taken == 2)
        #expect(dialogue.read() == Dialogue.answer("seven") + Dialogue.answer("GET a/2"))
    }

    @Test func `does not cut a request short because its answer takes long`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7"))
        #expect(dialogue.connection.deadlineMilliseconds == nil)
        dialogue.wait(10 * Self.limits.idleMillisecondsMax)
        dialogue.answerLate(7, "seven")
        #expect(dialogue.read() == Dialogue.answer("seven"))
        #expect(dialogue.connection.wantsRead)
    }

    @Test func `gives the next request its whole time after a late answer`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7") + "GET /2 HTTP/1.1\r\n")
        dialogue.wait(2 * Self.limits.headMillisecondsMax)
        dialogue.answerLate(7, "seven")
        dialogue.wait(Self.limits.headMillisecondsMax - 1)
        #expect(dialogue.read() == Dialogue.answer("seven"))
        dialogue.send("Host: a\r\n\r\n")
        #expect(dialogue.read() == Dialogue.answer("GET a/2"))
    }

    @Test func `does not read without end while an answer is owed`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7"))
        while dialogue.connection.wantsRead, dialogue.connection.deadlineMilliseconds == nil {
            dialogue.send(String(repeating: "x", count: 10_000))
        }
        #expect(!dialogue.connection.wantsRead)
        #expect(!dialogue.connection.isClosed)
    }

    @Test func `answers a client that has closed its half and then closes`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7"))
        dialogue.sendEnd()
        #expect(!dialogue.connection.isClosed)
        dialogue.answerLate(7, "seven")
        #expect(dialogue.read() == Dialogue.answer("seven"))
        #expect(dialogue.connection.isClosed)
    }

    /// 9.6.
    @Test func `says with a late answer that the connection closes`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7"))
        dialogue.connection.drain(at: dialogue.now)
        #expect(dialogue.read() == "")
        dialogue.answerLate(7, "seven")
        #expect(dialogue.read() == Dialogue.answer("seven", "Connection: close\r\n"))
    }

    @Test func `refuses what cannot be understood only behind the late answer`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7") + "BREW / HTTP/1.1\r\n")
        #expect(dialogue.read() == "")
        dialogue.answerLate(7, "seven")
        let text = dialogue.read()
        #expect(text.hasPrefix(Dialogue.answer("seven") + "HTTP/1.1 501 Not Implemented\r\n"))
    }

    @Test func `takes an answer for a connection that is over`() {
        var dialogue = Dialogue()
        dialogue.send(HostileRow.get("/later/7"))
        dialogue.connection.abort()
        dialogue.answerLate(7, "seven")
        #expect(dialogue.connection.isClosed)
        #expect(!dialogue.connection.wantsWrite)
    }
}

/// The same on real sockets.
struct LateAnswerListenerTests {
    private static let loopback = ListenAddress.tcp(host: "127.0.0.1", port: 0)

    @Test func `serves others while an answer is owed`() throws {
        let server = try Server(on: Self.loopback)
        server.start()
        let slow = try Client(to: server.listener.address)
        let quick = try Client(to: server.listener.address)
        try slow.send(HostileRow.get("/later"))
        for number in 1...20 {
            try quick.send(HostileRow.get("/\(number)"))
            #expect(try quick.read(until: "GET a/\(number).").hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
        #expect(server.workCount > 0)
        server.release()
        #expect(try slow.read(until: "late.").hasPrefix("HTTP/1.1 200 OK\r\n"))
        try slow.send(HostileRow.get("/after"))
        _ = try slow.read(until: "GET a/after.")
        let workCount = server.workCount
        try quick.send(HostileRow.get("/end"))
        _ = try quick.read(until: "GET a/end.")
        #expect(server.workCount == workCount, "nothing is worked at once nothing is owed")
        for client in [slow, quick] { client.sendEnd() }
        server.stop()
    }

    @Test func `goes on when the client that is owed an answer is gone`() throws {
        let server = try Server(on: Self.loopback)
        server.start()
        do {
            let gone = try Client(to: server.listener.address)
            try gone.send(HostileRow.get("/1") + HostileRow.get("/later"))
            _ = try gone.read(until: "GET a/1.")
            gone.reset()
        }
        // The slot of the one that is gone becomes another's, who must not get its answer.
        let next = try Client(to: server.listener.address)
        try next.send(HostileRow.get("/2"))
        _ = try next.read(until: "GET a/2.")
        let last = try Client(to: server.listener.address)
        try last.send(HostileRow.get("/later"))
        server.release()
        _ = try last.read(until: "late.")
        try next.send(HostileRow.get("/3"))
        #expect(try !next.read(until: "GET a/3.").contains("late"))
        for client in [next, last] { client.sendEnd() }
        server.stop()
    }

    @Test func `finishes what is owed before it stops`() throws {
        let server = try Server(on: Self.loopback)
        server.start()
        let client = try Client(to: server.listener.address)
        try client.send(HostileRow.get("/1") + HostileRow.get("/later"))
        _ = try client.read(until: "GET a/1.")
        server.listener.stop()
        server.release()
        #expect(try client.readToEnd().hasSuffix("late."))
        client.sendEnd()
        server.waitUntilFinished()
    }

    @Test func `stops in time though an answer is never ready`() throws {
        var limits = HTTPLimits()
        limits.stopMillisecondsMax = 50
        limits.sweepMilliseconds = 10
        let server = try Server(on: Self.loopback, limits: limits)
        server.start()
        let client = try Client(to: server.listener.address)
        try client.send(HostileRow.get("/1") + HostileRow.get("/later"))
        _ = try client.read(until: "GET a/1.")
        server.stop()
        #expect(try client.readToEnd() == "")
    }
}
