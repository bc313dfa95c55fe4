import Foundation
import Glibc
import PointsHTTP
import Testing

/// Real sockets: what the state machines are tested for is not tested again.
struct ListenerTests {
    private static let loopback = ListenAddress.tcp(host: "127.0.0.1", port: 0)

    private static func temporarySocket() -> ListenAddress {
        .unix(path: NSTemporaryDirectory() + UUID().uuidString.prefix(8) + ".sock")
    }

    @Test(arguments: [loopback, temporarySocket()])
    func `answers on each kind of socket`(_ address: ListenAddress) throws {
        let server = try Server(on: address)
        server.start()
        let client = try Client(to: server.listener.address)
        try client.send(HostileRow.get("/1"))
        #expect(try client.read(until: "GET a/1.").hasPrefix("HTTP/1.1 200 OK\r\nDate: "))
        try client.send(HostileRow.post("Content-Length: 2", "hi") + HostileRow.get("/3"))
        #expect(try client.read(until: "GET a/3.").contains("POST a/ hi.HTTP/1.1 200 OK"))
        client.sendEnd()
        #expect(try client.readToEnd() == "")
        server.stop()
        #expect(throws: Client.Refused.self) { try Client(to: server.listener.address) }
        if case .unix(let path) = address { #expect(access(path, F_OK) != 0) }
    }

    @Test func `says which port it was given`() throws {
        let server = try Server(on: Self.loopback)
        let port = try #require(server.listener.boundPort)
        #expect(port > 0)
        #expect(server.listener.address == .tcp(host: "127.0.0.1", port: port))
    }

    @Test func `puts all that came in one round into one batch`() throws {
        let server = try Server(on: Self.loopback)
        let clients = try (0..<5).map { _ in try Client(to: server.listener.address) }
        for client in clients {
            try client.send(HostileRow.get("/1") + HostileRow.get("/2") + HostileRow.get("/3"))
        }
        server.start()
        for client in clients {
            #expect(try client.read(until: "GET a/3.").contains("GET a/1."))
        }
        #expect(server.batchSizes == [15])
        for client in clients { client.sendEnd() }
        server.stop()
    }

    @Test func `splits what is more than a batch`() throws {
        var limits = HTTPLimits()
        limits.batchRequestsMax = 10
        limits.pipelinedRequestsMax = 4
        let server = try Server(on: Self.loopback, limits: limits)
        let clients = try (0..<4).map { _ in try Client(to: server.listener.address) }
        for client in clients {
            try client.send(String(repeating: HostileRow.get("/"), count: 6))
            client.sendEnd()
        }
        server.start()
        for client in clients {
            #expect(try client.readToEnd().split(separator: "GET a/.").count == 6)
        }
        #expect(server.batchSizes.reduce(0, +) == 24)
        #expect(server.batchSizes.allSatisfy { $0 <= 10 })
        server.stop()
    }

    @Test func `writes an answer larger than any buffer`() throws {
        let server = try Server(on: Self.loopback)
        server.start()
        let client = try Client(to: server.listener.address)
        try client.send(HostileRow.get("/?size=9000000"))
        client.sendEnd()
        let text = try client.readToEnd()
        #expect(text.utf8.count(where: { $0 == 0x78 }) == 9_000_000)
        server.stop()
    }

    /// RFC 9112, 9.6: the refusal is not lost to a reset though its cause is still being sent.
    @Test func `is understood by a client that sends on after a refusal`() throws {
        let server = try Server(on: Self.loopback)
        server.start()
        let client = try Client(to: server.listener.address)
        try client.send(HostileRow.post("Content-Length: 2000000"))
        try client.send(String(repeating: "x", count: 500_000))
        let text = try client.readToEnd()
        #expect(text.hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
        client.sendEnd()
        server.stop()
    }

    /// RFC 9110, 15.6.4.
    @Test func `answers 503 to one connection too many and serves on`() throws {
        var limits = HTTPLimits()
        limits.connectionsMax = 1
        let server = try Server(on: Self.temporarySocket(), limits: limits)
        server.start()
        let first = try Client(to: server.listener.address)
        try first.send(HostileRow.get("/1"))
        #expect(try first.read(until: "GET a/1.").hasPrefix("HTTP/1.1 200 OK\r\n"))
        let second = try Client(to: server.listener.address)
        let refusal = try second.readToEnd()
        #expect(refusal.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
        #expect(refusal.contains("\r\nRetry-After: 1\r\n"))
        second.sendEnd()
        try first.send(HostileRow.get("/2"))
        #expect(try first.read(until: "GET a/2.").hasPrefix("HTTP/1.1 200 OK\r\n"))
        first.sendEnd()
        server.stop()
    }

    @Test(arguments: [(loopback, "503"), (temporarySocket(), "200")])
    func `bounds the connections of a peer address, which a unix socket has not`(
        _ address: ListenAddress, _ status: String
    ) throws {
        var limits = HTTPLimits()
        limits.connectionsPerPeerMax = 1
        let server = try Server(on: address, limits: limits)
        let first = try Client(to: server.listener.address)
        let second = try Client(to: server.listener.address)
        server.start()
        try first.send(HostileRow.get("/1"))
        _ = try first.read(until: "GET a/1.")
        second.sendEnd()
        let third = try Client(to: server.listener.address)
        try third.send(HostileRow.fields("Connection: close"))
        #expect(try third.readToEnd().hasPrefix("HTTP/1.1 \(status) "))
        first.sendEnd()
        third.sendEnd()
        server.stop()
    }

    /// RFC 9112, 9.6: who was told that a connection closes may open the next one at once.
    @Test func `does not count a connection whose last answer was written`() throws {
        var limits = HTTPLimits()
        limits.connectionsMax = 1
        let server = try Server(on: Self.loopback, limits: limits)
        server.start()
        var clients: [Client] = []
        for _ in 0..<3 {
            let client = try Client(to: server.listener.address)
            clients.append(client)
            try client.send(HostileRow.fields("Connection: close"))
            #expect(try client.readToEnd().hasPrefix("HTTP/1.1 200 OK\r\n"))
        }
        for client in clients { client.sendEnd() }
        server.stop()
    }

    @Test func `finishes what has begun before it stops`() throws {
        let server = try Server(on: Self.loopback)
        let begun = try Client(to: server.listener.address)
        let whole = try Client(to: server.listener.address)
        let idle = try Client(to: server.listener.address)
        try begun.send("GET /1 HTTP/1.1\r\nHost")
        try whole.send(HostileRow.get("/2"))
        server.listener.stop()
        server.start()
        #expect(try idle.readToEnd() == "")
        #expect(try whole.readToEnd().hasSuffix("GET a/2."))
        try begun.send(": a\r\n\r\n")
        let text = try begun.readToEnd()
        #expect(text.contains("\r\nConnection: close\r\n"))
        #expect(text.hasSuffix("GET a/1."))
        for client in [begun, whole, idle] { client.sendEnd() }
        server.waitUntilFinished()
        #expect(server.batchSizes == [1, 1])
    }

    @Test func `stops for a signal and gives it its old meaning back`() throws {
        let listener = try Listener(address: Self.loopback, stopSignals: [SIGUSR2])
        #expect(isBlocked(SIGUSR2))
        pthread_kill(pthread_self(), SIGUSR2)
        listener.run(LateService())
        #expect(!isBlocked(SIGUSR2))
    }

    private func isBlocked(_ signal: Int32) -> Bool {
        var mask = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &mask)
        return sigismember(&mask, signal) == 1
    }

    @Test(arguments: [loopback, temporarySocket()])
    func `refuses an address that is in use`(_ address: ListenAddress) throws {
        let listener = try Listener(address: address)
        #expect(throws: ListenError.addressInUse(listener.address)) {
            try Listener(address: listener.address)
        }
    }

    @Test func `takes over the socket file of a server that is gone and removes its own`() throws {
        let address = Self.temporarySocket()
        guard case .unix(let path) = address else { return }
        let gone = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(gone, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        close(gone)
        #expect(bound == 0)
        do {
            let listener = try Listener(address: address)
            #expect(listener.boundPort == nil)
            #expect(access(path, F_OK) == 0)
            #expect(access(path, X_OK) != 0 || geteuid() == 0)
        }
        #expect(access(path, F_OK) != 0)
    }
}
