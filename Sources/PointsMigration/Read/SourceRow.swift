/// One row of a file as it stands there: nothing is trimmed, folded or guessed.
package struct SourceRow: Hashable, Sendable {
    /// The row of data, from one; the header is not counted.
    package let record: Int

    /// The line on which the row starts, from one.
    ///
    /// Line ends inside quotes count.
    package let line: Int

    /// The bytes before the row, as ``FilePlace/byteOffset`` counts them.
    package let byteOffset: Int

    /// The text of the cells, as many as the header has.
    ///
    /// Quotes are taken off.
    package let cells: [String]

    /// A row.
    package init(record: Int, line: Int, byteOffset: Int, cells: [String]) {
        self.record = record
        self.line = line
        self.byteOffset = byteOffset
        self.cells = cells
    }
}
