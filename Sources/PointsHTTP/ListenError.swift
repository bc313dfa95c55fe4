/// Why the server cannot listen.
package enum ListenError: Error, Hashable, Sendable {
    /// The text is not an address; see ``ListenAddress/init(parsing:)`` for what is.
    case addressMalformed(String)
    /// The path does not fit the kernel's address of a unix socket.
    case pathTooLong(String)
    /// Another process listens there.
    case addressInUse(ListenAddress)
    /// A call to the system failed with that error number.
    case systemCallFailed(name: String, errorNumber: Int32)
}

// MARK: - Text

extension ListenError {
    /// One sentence for the operator.
    package var message: String {
        switch self {
        case .addressMalformed(let text):
            "\"\(text)\" is not an address like 127.0.0.1:8080, [::1]:8080 or unix:/run/a.sock."
        case .pathTooLong(let path):
            "The socket path \(path) is longer than \(SocketAddress.pathBytesMax) bytes."
        case .addressInUse(let address):
            "Another process listens on \(address)."
        case .systemCallFailed(let name, let errorNumber):
            "The system call \(name) failed with error number \(errorNumber)."
        }
    }
}
