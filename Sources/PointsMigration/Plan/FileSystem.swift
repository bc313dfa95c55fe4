internal import Foundation

/// What the migration asks of folders.
enum FileSystem {
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// The names in a folder; nil if it is none.
    static func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder)
    }

    /// Makes a folder for its owner only: plans hold personal data.
    static func makeFolder(_ path: String) throws(MigrationError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .file(path: path, problem: error.localizedDescription)
        }
    }

    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Gives a file its name, in place of one that has it, and makes it its owner's only.
    static func move(_ path: String, to target: String) throws(MigrationError) {
        do {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            if exists(target) { try FileManager.default.removeItem(atPath: target) }
            try FileManager.default.moveItem(atPath: path, toPath: target)
        } catch {
            throw .file(path: target, problem: error.localizedDescription)
        }
    }
}
