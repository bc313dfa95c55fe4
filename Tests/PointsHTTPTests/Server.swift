import Dispatch
import Foundation
import PointsHTTP
import Synchronization

/// A ``Listener`` on a thread of its own that answers each request with its summary.
final class Server: Sendable {
    let listener: Listener
    private let finished = DispatchSemaphore(value: 0)
    private let sizes = Mutex<[Int]>([])

    init(on address: ListenAddress, limits: HTTPLimits = .standard) throws {
        listener = try Listener(address: address, limits: limits)
    }

    /// How many requests were in each batch so far.
    var batchSizes: [Int] { sizes.withLock(\.self) }

    func start() {
        let thread = Thread { [self] in
            listener.run { requests in
                sizes.withLock { $0.append(requests.count) }
                return requests.map(Server.answer)
            }
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

    /// The summary and a full stop, or as many bytes as the query asks for.
    private static func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard let size = request.query.first.flatMap({ Int($0.value) }) else {
            return HTTPResponse(status: 200, text: Transcript.summary(of: request) + ".")
        }
        return HTTPResponse(status: 200, body: Array(repeating: 0x78, count: size))
    }
}
