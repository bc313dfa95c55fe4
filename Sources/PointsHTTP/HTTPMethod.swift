/// A method a route may serve (RFC 9110, 9.3 and RFC 5789).
///
/// `HEAD` is not among them: it is served as ``get`` and its answer loses its body on the way
/// out (RFC 9110, 9.3.2), see ``HTTPRequest/isHead``.
package enum HTTPMethod: String, CaseIterable, Hashable, Sendable {
    /// Reads.
    case get = "GET"
    /// Hands in.
    case post = "POST"
    /// Replaces.
    case put = "PUT"
    /// Changes in part.
    case patch = "PATCH"
    /// Removes.
    case delete = "DELETE"
    /// Asks what is allowed.
    case options = "OPTIONS"
}

// MARK: - Allow

extension HTTPMethod {
    /// What `Allow` says where no route could be asked (RFC 9110, 10.2.1).
    static let allowValue = (allCases.map(\.rawValue) + ["HEAD"]).sorted().joined(separator: ", ")
}
