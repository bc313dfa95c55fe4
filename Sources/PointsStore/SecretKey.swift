internal import Glibc
package import PointsCore

/// 32 random bytes in `<database>.key`, outside the database: with them identities of people who left, and the
/// content of commands, are hashed, so that the database alone does not give them away.
package struct SecretKey: Sendable {
    /// Hashes messages under the key.
    package let authentication: AuthenticationKey

    private static let length = 32

    /// What the key makes of a constant: kept in the database, so that another database's key is noticed.
    var fingerprint: [UInt8] {
        authentication.code(of: Array("meguri".utf8))
    }

    /// - Throws: ``StoreError/keyFile(path:problem:)`` if the key is not the one that the database was made with.
    func check(in database: Database) throws(StoreError) {
        let select = try database.statement("SELECT fingerprint FROM secret")
        defer { select.reset() }
        guard try select.step(), select.bytes(0) == fingerprint else {
            throw .keyFile(
                path: database.path + ".key", problem: "it belongs to another database")
        }
    }

    /// Reads the key that belongs to a database, or makes it if the database is new.
    ///
    /// - Throws: ``StoreError/keyFile(path:problem:)``
    package init(for database: String, isNew: Bool) throws(StoreError) {
        let path = database + ".key"
        if let known = try SecretKey.read(path, isNew: isNew) {
            authentication = AuthenticationKey(known)
            return
        }
        guard isNew else {
            throw .keyFile(path: path, problem: "it is missing; restore it from the backup")
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<SecretKey.length).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        authentication = AuthenticationKey(bytes)
        try SecretKey.write(bytes, to: path)
    }

    /// - Returns: `nil` if there is no file, or if it was cut short while it was made for a new database.
    private static func read(_ path: String, isNew: Bool) throws(StoreError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .keyFile(path: path, problem: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: length + 1)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if isNew, count < length { return nil }
        guard count == length else {
            throw .keyFile(path: path, problem: "it should have \(length) bytes")
        }
        return Array(buffer[..<length])
    }

    /// The file is whole and its name is on disk before the database is made: without it the database is worth nothing.
    private static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        func check(_ isDone: Bool) throws(StoreError) {
            guard isDone else {
                throw .keyFile(path: path, problem: String(cString: strerror(errno)))
            }
        }
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try check(descriptor >= 0)
        defer { close(descriptor) }
        try check(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        try check(fsync(descriptor) == 0)
        try check(rename(draft, path) == 0)
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let directory = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        try check(directory >= 0)
        defer { close(directory) }
        try check(fsync(directory) == 0)
    }
}
