/// An answer of a route.
///
/// The adapter adds `Date`, `Content-Length` and `Connection` itself and leaves out any the route
/// gave, so that what frames an answer cannot be wrong.
package struct HTTPResponse: Sendable {
    /// The status code, 200 to 599.
    package var status: Int

    /// The header fields, in the order they are sent.
    package var fields: [(name: String, value: String)]

    /// The content; not sent for a `HEAD` or with 204 and 304.
    package var body: [UInt8]

    /// An answer with the given parts.
    package init(status: Int, fields: [(name: String, value: String)] = [], body: [UInt8] = []) {
        precondition((200...599).contains(status), "\(status) is not a final status code")
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// An answer with content of the given media type.
    package init(status: Int, contentType: String, body: [UInt8]) {
        self.init(status: status, fields: [("Content-Type", contentType)], body: body)
    }

    /// An answer in plain words.
    package init(status: Int, text: String) {
        self.init(
            status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}

// MARK: - Refusals

extension HTTPResponse {
    /// What the adapter answers itself unless its owner says it another way.
    package static func plain(_ error: HTTPError) -> HTTPResponse {
        HTTPResponse(status: error.status, text: error.message + "\n")
    }
}
