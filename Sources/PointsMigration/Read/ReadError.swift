/// Why a file cannot be read.
///
/// Nothing of the file is used then.
package enum ReadError: Error, Hashable, Sendable {
    /// The file is not there or may not be read.
    case cannotOpen(file: String, reason: String)

    /// The system failed to deliver bytes.
    case cannotRead(file: String, reason: String)

    /// There is no header.
    case emptyFile(file: String)

    /// A NUL byte: most often UTF-16 that is called something else.
    case nulByte(FilePlace)

    /// A quoted field that never ends.
    case unclosedQuote(FilePlace)

    /// A quote within a field that does not begin with one.
    case bareQuote(FilePlace)

    /// Something other than a delimiter or a line end after a closing quote.
    case textAfterQuote(FilePlace)

    /// A field longer than ``MigrationLimits/fieldBytesMax``.
    case fieldTooLong(FilePlace)

    /// A record longer than ``MigrationLimits/recordBytesMax``.
    case recordTooLong(FilePlace)

    /// A record with more than ``MigrationLimits/columnsMax`` columns.
    case tooManyColumns(FilePlace)

    /// A row that has more or fewer columns than the header.
    case columnCount(FilePlace, expected: Int, found: Int)

    /// Bytes that stand for no character in the encoding.
    case wrongBytes(FilePlace, bytes: [UInt8], encoding: TextEncoding)
}

// MARK: - Text

extension ReadError {
    /// The stable name of the error.
    package var code: String {
        switch self {
        case .cannotOpen: "cannot_open"
        case .cannotRead: "cannot_read"
        case .emptyFile: "empty_file"
        case .nulByte: "nul_byte"
        case .unclosedQuote: "unclosed_quote"
        case .bareQuote: "bare_quote"
        case .textAfterQuote: "text_after_quote"
        case .fieldTooLong: "field_too_long"
        case .recordTooLong: "record_too_long"
        case .tooManyColumns: "too_many_columns"
        case .columnCount: "column_count"
        case .wrongBytes: "wrong_bytes"
        }
    }

    /// One sentence without capital and full stop.
    package var message: String {
        switch self {
        case .cannotOpen(let file, let reason): "cannot open \(file): \(reason)"
        case .cannotRead(let file, let reason): "cannot read \(file): \(reason)"
        case .emptyFile(let file): "\(file) is empty: it has no header"
        case .nulByte(let place): "NUL byte at \(place): is the file UTF-16?"
        case .unclosedQuote(let place): "the quote opened at \(place) is never closed"
        case .bareQuote(let place): "a quote inside an unquoted field at \(place)"
        case .textAfterQuote(let place): "text after a closing quote at \(place)"
        case .fieldTooLong(let place):
            "a field longer than \(MigrationLimits.fieldBytesMax) bytes at \(place)"
        case .recordTooLong(let place):
            "a record longer than \(MigrationLimits.recordBytesMax) bytes at \(place)"
        case .tooManyColumns(let place):
            "more than \(MigrationLimits.columnsMax) columns at \(place)"
        case .columnCount(let place, let expected, let found):
            "\(found) columns where the header has \(expected) at \(place)"
        case .wrongBytes(let place, let bytes, let encoding):
            "bytes \(Self.hexadecimal(bytes)) are not \(encoding.rawValue) at \(place)"
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined(separator: " ")
    }
}

extension ReadError: CustomStringConvertible {
    /// The ``message``.
    package var description: String {
        message
    }
}
