internal import Glibc
internal import PointsCore

/// `<database>.verified`: up to where the journal was verified, and what was known there.
///
/// A code of the database's key stands behind the record, so that nobody without the key can write one.
package struct VerifiedPointFile {
    private let path: String
    private let key: AuthenticationKey

    /// What is in the file.
    package enum Content: Hashable, Sendable {
        /// There is no file.
        case missing
        /// It was not written with the database's key, or it was cut short or changed.
        case damaged
        /// A record that was written with the key.
        case record([UInt8])
    }

    /// The file beside a database.
    package init(of store: LedgerStore) {
        path = store.path + ".verified"
        key = store.secret.authentication
    }

    /// Bytes of the largest file that is read: some decades of days.
    private static let bytesMax = 64 * 1_048_576

    /// Reads the file.
    package func read() -> Content {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == ENOENT ? .missing : .damaged }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= VerifiedPointFile.bytesMax {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .damaged }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        guard bytes.count >= SHA256.digestBytes else { return .damaged }
        let record = Array(bytes.dropLast(SHA256.digestBytes))
        guard code(of: record) == Array(bytes.suffix(SHA256.digestBytes)) else { return .damaged }
        return .record(record)
    }

    /// Puts a record into the file, in one step.
    ///
    /// It need not survive a power cut: what is missing or damaged is noticed, and everything is verified then.
    ///
    /// - Throws: ``StoreError/cannotWrite(path:problem:)``
    package func write(_ record: [UInt8]) throws(StoreError) {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try check(descriptor >= 0)
        defer { close(descriptor) }
        let bytes = record + code(of: record)
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            try check(count > 0)
            start += count
        }
        try check(rename(draft, path) == 0)
    }

    private func check(_ isDone: Bool) throws(StoreError) {
        guard isDone else {
            throw .cannotWrite(path: path, problem: String(cString: strerror(errno)))
        }
    }

    private func code(of record: [UInt8]) -> [UInt8] {
        key.code(of: Array("meguri verified point".utf8), record)
    }
}
