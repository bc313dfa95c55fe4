import Foundation

/// Where the files of the repository are.
enum Repository {
    /// The path of a file or folder, given from the root.
    static func path(_ relative: String) -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent(relative).path
    }

    /// The text of a file, given from the root.
    static func text(_ relative: String) throws -> String {
        let data = try Data(contentsOf: URL(fileURLWithPath: path(relative)))
        return String(decoding: data, as: UTF8.self)
    }
}
