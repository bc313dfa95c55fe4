/// What is said to a request when its round is over.
package enum HTTPAnswer: Sendable {
    /// The answer.
    case response(HTTPResponse)
    /// The answer comes later, under this ticket.
    case later(HTTPTicket)
}
