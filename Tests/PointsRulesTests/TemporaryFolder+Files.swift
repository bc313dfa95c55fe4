import Foundation
import TestSupport

extension TemporaryFolder {
    /// A folder with files of some text.
    convenience init(_ files: [String: String]) throws {
        try self.init()
        for (name, text) in files {
            let file = URL(fileURLWithPath: path).appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}
