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
