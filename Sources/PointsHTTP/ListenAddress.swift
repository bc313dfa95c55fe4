/// Where the server listens.
package enum ListenAddress: Hashable, Sendable {
    /// A numeric IPv4 or IPv6 address; port 0 lets the system choose one.
    case tcp(host: String, port: UInt16)
    /// A socket in the file system.
    case unix(path: String)
}

// MARK: - Text

extension ListenAddress: CustomStringConvertible {
    /// An address as it is written in an option: `127.0.0.1:8080`, `[::1]:8080`,
    /// `localhost:8080` or `unix:/run/meguri.sock`.
    ///
    /// Names other than `localhost` are not looked up: where a server listens should not depend
    /// on another.
    ///
    /// - Throws: ``ListenError/addressMalformed(_:)`` or ``ListenError/pathTooLong(_:)``.
    package init(parsing text: String) throws(ListenError) {
        let malformed = ListenError.addressMalformed(text)
        if text.utf8.starts(with: "unix:".utf8) {
            let path = String(text.dropFirst(5))
            guard !path.isEmpty, !path.utf8.contains(0) else { throw malformed }
            guard path.utf8.count <= SocketAddress.pathBytesMax else { throw .pathTooLong(path) }
            self = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":") else { throw malformed }
        let digits = text[text.index(after: colon)...]
        guard digits.utf8.allSatisfy({ $0.decimalDigit != nil }), let port = UInt16(digits) else {
            throw malformed
        }
        var host = String(text[..<colon])
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        if isBracketed { host = String(host.dropFirst().dropLast()) }
        if host == "localhost" { host = "127.0.0.1" }
        guard isBracketed == host.contains(":"), SocketAddress(host: host, port: port) != nil else {
            throw malformed
        }
        self = .tcp(host: host, port: port)
    }

    /// The address as ``init(parsing:)`` takes it.
    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }

    /// Whether only this machine can reach it: 127.0.0.0/8, `::1` or a unix socket.
    package var isLoopback: Bool {
        switch self {
        case .tcp(let host, let port): SocketAddress(host: host, port: port)?.isLoopback ?? false
        case .unix: true
        }
    }
}
