/// A file that a plan was made from.
package struct PlannedFile: Hashable, Sendable {
    /// The source's place in the mapping.
    package let source: Int
    /// The file's place in the source.
    package let file: Int
    /// The source, as the mapping calls it.
    package let sourceName: String
    /// The channel that its rows came by.
    package let channel: String?
    /// The path under which it was read.
    package let path: String
    /// The SHA-256 of its bytes, in hexadecimal.
    package let sha256: String
    /// Its rows of data.
    package let rows: Int
    /// The sum of its balances above zero.
    package let positive: Int64
    /// The sum of its balances below zero.
    package let negative: Int64
}

// MARK: - Access

extension PlannedFile {
    /// The last part of the path.
    package var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
