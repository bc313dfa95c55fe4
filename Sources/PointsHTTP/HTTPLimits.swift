/// Every bound the adapter keeps, with its unit in its name.
///
/// A value, so that a test can give small ones; the server runs with ``standard``.
package struct HTTPLimits: Sendable {
    /// The bounds the server runs with.
    package static let standard = HTTPLimits()

    /// Bytes of a method; a longer one is none that we know (RFC 9112, 3).
    package var methodBytesMax = 32

    /// Bytes of a request target; a longer one is answered 414 (RFC 9112, 3).
    package var targetBytesMax = 8_192

    /// Field lines of a request; more are answered 431 (RFC 6585, 5).
    package var fieldsMax = 100

    /// Bytes of all field lines with their line ends; more are answered 431 (RFC 6585, 5).
    package var fieldsBytesMax = 32 * 1_024

    /// Bytes of a body, after the transfer coding is taken off; more are answered 413.
    package var bodyBytesMax = 1_024 * 1_024

    /// Hexadecimal digits of a chunk size: 16 fill 64 bits (RFC 9112, 7.1).
    package var chunkSizeDigitsMax = 16

    /// Bytes of all chunk extensions of one body (RFC 9112, 7.1.1).
    package var chunkExtensionsBytesMax = 4 * 1_024

    /// Bytes of the trailer section with its line ends (RFC 9112, 7.1.2).
    package var trailersBytesMax = 4 * 1_024

    /// Milliseconds from the first byte of a request to the end of its head.
    package var headMillisecondsMax: Int64 = 10_000

    /// Milliseconds from the end of a head to the end of its body.
    package var bodyMillisecondsMax: Int64 = 30_000

    /// Milliseconds until the bytes that wait for the client have been taken by it.
    package var writeMillisecondsMax: Int64 = 30_000

    /// Milliseconds a connection may stay open between two requests.
    package var idleMillisecondsMax: Int64 = 65_000

    /// Milliseconds we keep reading, and throw away, after our half of a connection is closed.
    package var lingerMillisecondsMax: Int64 = 2_000

    /// Milliseconds from ``Listener/stop()`` to the end, whatever is still open then.
    package var stopMillisecondsMax: Int64 = 10_000

    /// Milliseconds between two looks at all deadlines: how late a time-out may come.
    package var sweepMilliseconds: Int64 = 500

    /// Bytes we throw away after our half of a connection is closed.
    package var lingerBytesMax = 1_024 * 1_024

    /// Bytes read but not parsed, and bytes written but not taken, of one connection.
    ///
    /// Beyond either the connection is not read (RFC 9112, 9.3.2).
    package var aheadBytesMax = 64 * 1_024

    /// Bytes taken from a socket by one read.
    package var readBytesMax = 64 * 1_024

    /// Requests of one connection in one batch, so that a client that pipelines much neither
    /// starves the others nor piles up answers.
    package var pipelinedRequestsMax = 64

    /// Requests in one batch: those that one commit makes durable.
    package var batchRequestsMax = 1_024

    /// Requests on one connection; the last answer closes it.
    package var connectionRequestsMax = 1_000

    /// Open connections; a further one is answered 503.
    package var connectionsMax = 256

    /// Open connections of one peer address; a further one is answered 503.
    ///
    /// A unix socket has no peer address and no such bound.
    package var connectionsPerPeerMax = 32

    /// Connections that are being told 503 or linger behind their last answer, which are not
    /// among ``connectionsMax``; a further one is closed without a word.
    package var closingConnectionsMax = 64

    /// What `Retry-After` says in a 503.
    package var retryAfterSeconds = 1

    /// Connections the kernel keeps for us between two rounds.
    package var backlogMax: Int32 = 512

    /// The bounds of ``standard``, to be changed one by one.
    package init() {}
}
