import PointsHTTP
import Synchronization

/// Answers each request with its summary, and those to `/later` only when it is told to.
final class LateService: HTTPService, Sendable {
    let state = Mutex(State())

    struct State {
        /// How many requests were in each batch.
        var batchSizes: [Int] = []
        var workCount = 0
        /// Whether what waits may be answered.
        var isReleased = false
        fileprivate var waiting: [HTTPTicket] = []
        fileprivate var ticketCount = 0
    }

    func answer(_ requests: [HTTPRequest]) -> [HTTPAnswer] {
        state.withLock { state in
            state.batchSizes.append(requests.count)
            return requests.map { request in
                guard request.path == "/later" else { return .response(Self.answer(request)) }
                state.ticketCount += 1
                let ticket = HTTPTicket(state.ticketCount)
                state.waiting.append(ticket)
                return .later(ticket)
            }
        }
    }

    var hasWork: Bool { state.withLock { !$0.waiting.isEmpty } }

    func work() -> [(ticket: HTTPTicket, response: HTTPResponse)] {
        state.withLock { state in
            state.workCount += 1
            guard state.isReleased else { return [] }
            return [(state.waiting.removeFirst(), HTTPResponse(status: 200, text: "late."))]
        }
    }

    /// The summary and a full stop, or as many bytes as the query asks for.
    private static func answer(_ request: HTTPRequest) -> HTTPResponse {
        guard let size = request.query.first.flatMap({ Int($0.value) }) else {
            return HTTPResponse(status: 200, text: Transcript.summary(of: request) + ".")
        }
        return HTTPResponse(status: 200, body: Array(repeating: 0x78, count: size))
    }
}
