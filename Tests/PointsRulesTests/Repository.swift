import Foundation

/// Where the files of the repository are.
enum Repository {
    /// The path of a file or folder, given from the root.
    static func path(_ relative: String) -> String {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent(relative).path
    }
}
