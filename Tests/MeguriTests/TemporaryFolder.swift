import Foundation

/// A folder of its own, gone with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("meguri-\(UUID().uuidString)")
        path = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a database that does not exist yet, beside the key that it will have: with a
    /// fixed key every hash is repeatable too.
    func database(_ name: String = "program.db") throws -> String {
        let database = path + "/" + name
        try Data(1...32).write(to: URL(fileURLWithPath: database + ".key"))
        return database
    }
}
