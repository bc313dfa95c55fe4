internal import Glibc

/// Keeps a second writer out: an exclusive `flock` on `<database>.lock`, which the system gives up when the process
/// ends, however it ends.
final class LockFile {
    private let descriptor: Int32

    /// - Throws: ``StoreError/locked(path:)`` if another process holds it.
    init(for database: String) throws(StoreError) {
        let path = database + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotOpen(path: path, problem: String(cString: strerror(errno)))
        }
        // From here on `deinit` closes it, also if this throws.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .locked(path: database)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Whether there is a file of that name.
    static func isThere(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
