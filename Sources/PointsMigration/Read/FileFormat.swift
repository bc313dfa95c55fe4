/// What is known of a file before it is read; nil is to be found out by ``FileSurvey``.
package struct FileFormat: Hashable, Sendable {
    /// The encoding.
    package var encoding: TextEncoding?

    /// The dialect.
    package var dialect: CSVDialect?

    /// The delimiter.
    package var delimiter: Delimiter?

    /// A format of which everything not given is unknown.
    package init(
        encoding: TextEncoding? = nil, dialect: CSVDialect? = nil, delimiter: Delimiter? = nil
    ) {
        self.encoding = encoding
        self.dialect = dialect
        self.delimiter = delimiter
    }
}
