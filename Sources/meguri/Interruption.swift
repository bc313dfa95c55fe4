internal import Dispatch
internal import Glibc
internal import Synchronization

/// Takes the signals that ask a long command to end, so that it can end in order.
final class Interruption {
    private let isAsked = Flag()
    private let sources: [any DispatchSourceSignal]

    private final class Flag: Sendable {
        let isSet = Mutex(false)
    }

    /// From now on `SIGINT` and `SIGTERM` end nothing by themselves.
    init() {
        let flag = isAsked
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(
                signal: number, queue: DispatchQueue.global())
            source.setEventHandler { flag.isSet.withLock { $0 = true } }
            source.activate()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Whether one of them has come.
    var isWanted: Bool { isAsked.isSet.withLock { $0 } }
}
