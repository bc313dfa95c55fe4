import PointsHTTP
import Testing

/// Answers that come later, on real sockets.
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
