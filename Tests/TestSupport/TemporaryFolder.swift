package import Foundation

/// A folder of its own, gone with the value.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let path: String

    /// An empty folder among the system's temporary ones, or in another.
    package init(in parent: URL = FileManager.default.temporaryDirectory) throws {
        let folder = parent.appendingPathComponent("meguri-tests-\(UUID().uuidString)")
        path = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
