/// An opening balance from another system.
package struct BalanceOpened: Hashable, Sendable {
    /// The system, as the mapping calls it.
    package let source: String
    /// The file's SHA-256 in hexadecimal.
    package let file: String
    /// The line on which the row begins, from 1.
    package let line: Int64
    /// The points as the file wrote them.
    package let cell: String
    /// The member whom the row brings into the program; `nil` for one who was there.
    package var joined: Joined?

    /// A row of a file.
    package init(source: String, file: String, line: Int64, cell: String, joined: Joined? = nil) {
        self.source = source
        self.file = file
        self.line = line
        self.cell = cell
        self.joined = joined
    }
}
