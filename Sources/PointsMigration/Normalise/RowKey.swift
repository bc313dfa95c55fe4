/// Names one row of all the files of a migration, in the order of the mapping.
package struct RowKey: Hashable, Comparable, Sendable {
    /// The source, by its place in the mapping.
    package let source: Int

    /// The file, by its place in the source.
    package let file: Int

    /// The row of data in the file, from one.
    package let record: Int

    /// A key.
    package init(source: Int, file: Int, record: Int) {
        self.source = source
        self.file = file
        self.record = record
    }

    /// By source, file and record.
    package static func < (left: RowKey, right: RowKey) -> Bool {
        (left.source, left.file, left.record) < (right.source, right.file, right.record)
    }
}
