/// A place in a file, for complaints that a person can follow.
package struct FilePlace: Hashable, Sendable {
    /// The name of the file.
    package let file: String

    /// The record: 0 is the header, 1 the first row of data.
    package let record: Int

    /// The line on which the record starts, from one.
    ///
    /// Quoted line ends count.
    package let line: Int

    /// The column, from one; nil if the whole record is meant.
    package let column: Int?

    /// The bytes before the place, a byte order mark included.
    ///
    /// For UTF-16 they are counted as if the file were UTF-8.
    package let byteOffset: Int

    /// A place.
    package init(file: String, record: Int, line: Int, column: Int?, byteOffset: Int) {
        self.file = file
        self.record = record
        self.line = line
        self.column = column
        self.byteOffset = byteOffset
    }
}

// MARK: - Text

extension FilePlace: CustomStringConvertible {
    /// `members.csv, row 3 (line 5), column 2, byte 118`; row 0 is called the header.
    package var description: String {
        let row = record == 0 ? "header" : "row \(record)"
        let cell = column.map { ", column \($0)" } ?? ""
        return "\(file), \(row) (line \(line))\(cell), byte \(byteOffset)"
    }
}
