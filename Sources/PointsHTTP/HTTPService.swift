/// What a ``Listener`` serves: it answers the requests of each round, and may have work that goes on between rounds.
package protocol HTTPService: AnyObject {
    /// Answers the requests that came in one round, those of a connection in their order.
    ///
    /// - Returns: As many answers in the same order.
    func answer(_ requests: [HTTPRequest]) -> [HTTPAnswer]

    /// Whether ``work()`` has something to do: then the next round does not wait for requests.
    var hasWork: Bool { get }

    /// Does a piece of the work, which everybody waits for, so it should be a few milliseconds.
    ///
    /// - Returns: The answers that have come with it.
    func work() -> [(ticket: HTTPTicket, response: HTTPResponse)]
}
