internal import Glibc

/// Text for people: results on standard output, complaints on standard error.
enum Console {
    static func say(_ text: String) {
        _ = write(Array((text + "\n").utf8), to: STDOUT_FILENO)
    }

    static func complain(_ text: String) {
        _ = write(Array(("meguri: " + text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Says what goes on, beside the results.
    static func note(_ text: String) {
        complain(text)
    }

    /// Writes all bytes.
    ///
    /// - Returns: Whether the reader took them.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }
}
