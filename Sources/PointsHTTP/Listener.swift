import CLinux
import Glibc
import Synchronization

/// The server's socket and the loop that serves it on the calling thread.
///
/// ```swift
/// let listener = try Listener(address: .tcp(host: "127.0.0.1", port: 8080))
/// listener.run(service)
/// ```
package final class Listener: Sendable {
    /// Where it listens; a port 0 is replaced by the one the system chose.
    package let address: ListenAddress

    let limits: HTTPLimits
    let problem: @Sendable (HTTPError) -> HTTPResponse
    let poller: Poller
    let socket: Descriptor

    /// Readable once ``stop()`` was called.
    let stopEvent: Descriptor

    /// Readable once one of ``stopSignals`` came; nil if there are none.
    let signalEvent: Descriptor?
    let stopSignals: [Int32]

    /// Whether the file of a unix socket is gone: a second removal could take a successor's.
    private let hasRemovedFile = Atomic(false)

    /// What the ``Poller`` calls the descriptors that are not connections.
    enum Tag {
        static let socket = UInt64.max
        static let stop = UInt64.max - 1
        static let signal = UInt64.max - 2
    }

    /// Begins to listen: from now on clients can connect, and wait until ``run(_:)``.
    ///
    /// - Parameters:
    ///   - address: Where to listen; the file of a unix socket is made, and removed at the end.
    ///   - limits: The bounds to keep.
    ///   - stopSignals: Signals that do what ``stop()`` does. They are blocked in the calling
    ///     thread, which must be the one that calls ``run(_:)`` and be so before it starts
    ///     others; when the first came they get their old meaning back, so that a second ends the
    ///     process at once.
    ///   - problem: Says a refusal that no route sees; `Allow` and `Retry-After` are added.
    /// - Throws: ``ListenError``.
    package init(
        address: ListenAddress, limits: HTTPLimits = .standard, stopSignals: [Int32] = [],
        problem: @escaping @Sendable (HTTPError) -> HTTPResponse = HTTPResponse.plain
    ) throws(ListenError) {
        self.limits = limits
        self.problem = problem
        self.stopSignals = stopSignals
        poller = try Poller()
        (socket, self.address) = try Listener.listen(on: address, backlog: limits.backlogMax)
        let flags = Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK)
        stopEvent = try Descriptor(eventfd(0, flags), from: "eventfd")
        signalEvent = stopSignals.isEmpty ? nil : try Listener.block(stopSignals)
        try watch(socket, tag: Tag.socket)
        try watch(stopEvent, tag: Tag.stop)
        if let signalEvent { try watch(signalEvent, tag: Tag.signal) }
    }

    deinit { removeFile() }
}

// MARK: - Running

extension Listener {
    /// The port it listens on; nil on a unix socket.
    package var boundPort: UInt16? {
        switch address {
        case .tcp(_, let port): port
        case .unix: nil
        }
    }

    /// Serves until ``stop()``, then finishes what has begun and returns; to be called once.
    ///
    /// Work that is not done by then is left; who waits for it is told nothing.
    package func run(_ service: some HTTPService) {
        EventLoop(listener: self).run(service)
    }

    /// Makes ``run(_:)`` stop accepting, finish and return.
    ///
    /// May be called from any thread, from a signal handler, before ``run(_:)`` and more than once.
    package func stop() {
        var one: UInt64 = 1
        _ = write(stopEvent.number, &one, MemoryLayout<UInt64>.size)
    }

    /// Refuses who connects from now on, and gives the stop signals their old meaning back.
    func close() {
        removeFile()
        shutdown(socket.number, Int32(SHUT_RDWR))
        guard !stopSignals.isEmpty else { return }
        var signals = Listener.set(of: stopSignals)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    private func removeFile() {
        guard case .unix(let path) = address else { return }
        let wasRemoved = hasRemovedFile.exchange(true, ordering: .relaxed)
        if !wasRemoved { unlink(path) }
    }

    /// Takes the signal that came, or giving it its old meaning back would end the process.
    func consumeSignal() {
        guard let signalEvent else { return }
        var information = signalfd_siginfo()
        _ = read(signalEvent.number, &information, MemoryLayout<signalfd_siginfo>.size)
    }
}

// MARK: - Sockets

extension Listener {
    private func watch(_ descriptor: Descriptor, tag: UInt64) throws(ListenError) {
        guard poller.add(descriptor, for: .read, tag: tag) else {
            throw .systemCallFailed(name: "epoll_ctl", errorNumber: errno)
        }
    }

    private static func listen(
        on address: ListenAddress, backlog: Int32
    ) throws(ListenError) -> (socket: Descriptor, address: ListenAddress) {
        let target: SocketAddress?
        switch address {
        case .tcp(let host, let port): target = SocketAddress(host: host, port: port)
        case .unix(let path): target = SocketAddress(path: path)
        }
        guard var target else { throw .addressMalformed(address.description) }
        let socket = try streamSocket(target.family)
        switch address {
        case .tcp:
            setOption(SO_REUSEADDR, at: SOL_SOCKET, of: socket)
        case .unix(let path):
            try removeStale(path, target)
            // The mode the file will have: owner and group, less what the umask takes off.
            try Descriptor.check(fchmod(socket.number, 0o660), "fchmod")
        }
        let bound = target.withPointer { bind(socket.number, $0, $1) }
        guard bound == 0 || errno != EADDRINUSE else { throw .addressInUse(address) }
        try Descriptor.check(bound, "bind")
        try Descriptor.check(Glibc.listen(socket.number, backlog), "listen")
        guard case .tcp(let host, _) = address else { return (socket, address) }
        let named = target.withMutablePointer { getsockname(socket.number, $0, $1) }
        try Descriptor.check(named, "getsockname")
        return (socket, .tcp(host: host, port: target.port ?? 0))
    }

    /// Removes the socket file of a server that is gone; one that still answers is left alone.
    private static func removeStale(
        _ path: String, _ address: SocketAddress
    ) throws(ListenError) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
        let probe = try streamSocket(AF_UNIX)
        let isAnswered = address.withPointer { connect(probe.number, $0, $1) } == 0
        guard !isAnswered, errno == ECONNREFUSED else { return }
        unlink(path)
    }

    private static func streamSocket(_ family: Int32) throws(ListenError) -> Descriptor {
        let type = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        return try Descriptor(Glibc.socket(family, Int32(type), 0), from: "socket")
    }

    /// Options are wishes: a socket works without them.
    static func setOption(_ option: Int32, at level: Int32, of socket: Descriptor) {
        var one: Int32 = 1
        setsockopt(socket.number, level, option, &one, socklen_t(MemoryLayout<Int32>.size))
    }
}

// MARK: - Signals

extension Listener {
    private static func set(of signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        return set
    }

    private static func block(_ signals: [Int32]) throws(ListenError) -> Descriptor {
        var set = set(of: signals)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        let flags = Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK)
        return try Descriptor(signalfd(-1, &set, flags), from: "signalfd")
    }
}
