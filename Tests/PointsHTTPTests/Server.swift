import Dispatch
import Foundation
import PointsHTTP
import Synchronization

/// A ``Listener`` on a thread of its own that answers each request with its summary.
final class Server: Sendable {
    let listener: Listener
    private let finished = DispatchSemaphore(value: 0)
    private let service = LateService()

    init(on address: ListenAddress, limits: HTTPLimits = .standard) throws {
        listener = try Listener(address: address, limits: limits)
    }

    /// How many requests were in each batch so far.
    var batchSizes: [Int] { service.state.withLock(\.batchSizes) }

    /// How often the service worked so far.
    var workCount: Int { service.state.withLock(\.workCount) }

    /// Lets what was to be answered later be answered, a request with each piece of work.
    func release() { service.state.withLock { $0.isReleased = true } }

    func start() {
        let thread = Thread { [self] in
            listener.run(service)
            finished.signal()
        }
        thread.start()
    }

    /// Waits until ``Listener/run(_:)`` has returned.
    func waitUntilFinished() { finished.wait() }

    func stop() {
        listener.stop()
        waitUntilFinished()
    }
}
