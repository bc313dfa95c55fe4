import Foundation

/// A file that goes away with its owner.
final class TemporaryFile {
    let location: URL

    init(_ bytes: [UInt8]) throws {
        location = FileManager.default.temporaryDirectory
            .appending(path: "migration-\(UUID().uuidString).csv")
        try Data(bytes).write(to: location)
    }

    convenience init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }

    deinit {
        try? FileManager.default.removeItem(at: location)
    }

    /// The place in this file, for comparing with an error's.
    var name: String {
        location.lastPathComponent
    }
}
