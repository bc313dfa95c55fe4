/// How a file is written, nothing left open.
package struct ResolvedFormat: Hashable, Sendable {
    /// The encoding.
    package let encoding: TextEncoding

    /// The dialect.
    package let dialect: CSVDialect

    /// The delimiter.
    package let delimiter: Delimiter

    /// A format.
    package init(encoding: TextEncoding, dialect: CSVDialect, delimiter: Delimiter) {
        self.encoding = encoding
        self.dialect = dialect
        self.delimiter = delimiter
    }
}
