import Glibc

/// A file descriptor that is closed when nobody holds it any more.
final class Descriptor: Sendable {
    let number: Int32

    /// - Parameters:
    ///   - number: What the system call returned.
    ///   - name: The name of the call, for the error.
    /// - Throws: ``ListenError/systemCallFailed(name:errorNumber:)`` if it is negative.
    init(_ number: Int32, from name: String) throws(ListenError) {
        guard number >= 0 else { throw .systemCallFailed(name: name, errorNumber: errno) }
        self.number = number
    }

    deinit { close(number) }
}

// MARK: - Results of system calls

extension Descriptor {
    /// - Throws: ``ListenError/systemCallFailed(name:errorNumber:)`` if the result is negative.
    static func check(_ result: Int32, _ name: String) throws(ListenError) {
        guard result >= 0 else { throw .systemCallFailed(name: name, errorNumber: errno) }
    }
}
