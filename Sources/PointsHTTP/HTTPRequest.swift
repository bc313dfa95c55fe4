/// A request that arrived whole and well-formed: nothing else reaches a route.
package struct HTTPRequest: Sendable {
    /// The method; a `HEAD` reads as ``HTTPMethod/get``, see ``isHead``.
    package let method: HTTPMethod

    /// Whether the method was `HEAD`: the adapter takes the body off the answer.
    package let isHead: Bool

    /// The path as it was sent, still percent-encoded; `*` for the server as a whole.
    package let path: String

    /// The segments of the path, decoded: `/v1/a%20b` gives `v1` and `a b`, `/` none.
    ///
    /// No segment is `.` or `..` or has a `/` or a control character in it.
    package let segments: [String]

    /// The query in the order it was sent, decoded; `+` is a space.
    package let query: [QueryItem]

    /// Host and port the client meant: of the target if it names one, else of `Host`; empty if
    /// an HTTP/1.0 client sent neither.
    package let host: String

    /// The header fields; trailers are checked and thrown away.
    package let fields: HTTPFields

    /// The body without its transfer coding.
    package let body: [UInt8]

    /// The address of the other end without its port; empty on a unix socket.
    package let peer: String

    /// Whether the connection may serve another request after this one (RFC 9112, 9.3).
    package let isPersistent: Bool

    /// Whether the client speaks HTTP/1.0, which must be told that a connection stays open.
    let isVersionOne: Bool

    /// A request made by hand, as a test of a route needs it.
    package init(
        method: HTTPMethod, path: String, segments: [String], query: [QueryItem] = [],
        fields: HTTPFields = HTTPFields(), body: [UInt8] = [], host: String = "localhost",
        peer: String = "", isHead: Bool = false, isPersistent: Bool = true
    ) {
        self.init(
            method: method, isHead: isHead, path: path, segments: segments, query: query,
            host: host, fields: fields, body: body, peer: peer, isPersistent: isPersistent,
            isVersionOne: false)
    }

    init(
        method: HTTPMethod, isHead: Bool, path: String, segments: [String], query: [QueryItem],
        host: String, fields: HTTPFields, body: [UInt8], peer: String, isPersistent: Bool,
        isVersionOne: Bool
    ) {
        self.method = method
        self.isHead = isHead
        self.path = path
        self.segments = segments
        self.query = query
        self.host = host
        self.fields = fields
        self.body = body
        self.peer = peer
        self.isPersistent = isPersistent
        self.isVersionOne = isVersionOne
    }
}
