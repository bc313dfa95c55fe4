/// Finds the fields of one record within bytes that are not decoded yet.
///
/// In CP932 neither delimiter, quote nor line end is ever the second half of a character, so the
/// raw bytes can be split, and a wrong byte cannot swallow the field after it. The scanner starts
/// each record afresh: if the bytes end too early it is called again with more of them.
struct RecordScanner {
    /// The fields found, in order.
    private(set) var fields: [Field] = []

    /// Where the next record starts.
    private(set) var end = 0

    /// The line ends within the record and after it.
    private(set) var lineEnds = 0

    private let delimiter: UInt8
    private let dialect: CSVDialect
    private var isWhole = false

    /// Where a field's content lies, its quotes not included.
    struct Field {
        let content: Range<Int>
        let isQuoted: Bool
        let holdsQuotes: Bool
    }

    /// What came of a scan.
    enum Outcome {
        /// ``fields`` and ``end`` tell the record.
        case record

        /// The record goes on behind the bytes; `openQuote` is where an unclosed field starts.
        case needsMore(openQuote: Int?)

        /// The record is malformed.
        case fault(Fault, at: Int)
    }

    /// What can be wrong with a record.
    enum Fault {
        case nulByte
        case unclosedQuote
        case bareQuote
        case textAfterQuote
        case fieldTooLong
        case tooManyColumns
    }

    /// What ended a field.
    private enum FieldEnd {
        case delimiter(next: Int)
        case line(next: Int)
        case needsMore(openQuote: Int?)
        case fault(Fault, at: Int)
    }

    init(delimiter: Delimiter, dialect: CSVDialect) {
        self.delimiter = delimiter.byte
        self.dialect = dialect
    }
}

// MARK: - Scanning

extension RecordScanner {
    /// Scans the record that starts at `start`; `isWhole` tells that no more bytes will follow.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool
    ) -> Outcome {
        self.isWhole = isWhole
        fields.removeAll(keepingCapacity: true)
        lineEnds = 0
        var index = start
        while true {
            let quoted = index < bytes.count && bytes[index] == ASCII.quote
            let fieldEnd =
                quoted ? quotedField(bytes, from: index) : plainField(bytes, from: index)
            switch fieldEnd {
            case .needsMore(let openQuote): return .needsMore(openQuote: openQuote)
            case .fault(let fault, let at): return .fault(fault, at: at)
            case .delimiter(let next): index = next
            case .line(let next):
                end = next
                return fields.count > MigrationLimits.columnsMax
                    ? .fault(.tooManyColumns, at: start) : .record
            }
            guard fields.count <= MigrationLimits.columnsMax else {
                return .fault(.tooManyColumns, at: start)
            }
        }
    }

    private mutating func plainField(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> FieldEnd {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
            if byte == ASCII.quote { return .fault(.bareQuote, at: index) }
            if byte == 0 { return .fault(.nulByte, at: index) }
            index += 1
        }
        return finish(
            Field(content: start..<index, isQuoted: false, holdsQuotes: false), bytes, at: index)
    }

    private mutating func quotedField(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> FieldEnd {
        let contentStart = start + 1
        var holdsQuotes = false
        var index = contentStart
        while index < bytes.count {
            switch bytes[index] {
            case ASCII.quote:
                var runEnd = index
                while runEnd < bytes.count, bytes[runEnd] == ASCII.quote { runEnd += 1 }
                if runEnd == bytes.count, !isWhole { return .needsMore(openQuote: start) }
                if closes(bytes, run: index..<runEnd, contentStart: contentStart) {
                    let field = Field(
                        content: contentStart..<runEnd - 1, isQuoted: true,
                        holdsQuotes: holdsQuotes || runEnd - index > 1)
                    return finish(field, bytes, at: runEnd)
                }
                holdsQuotes = true
                index = runEnd
            case 0:
                return .fault(.nulByte, at: index)
            case ASCII.lineFeed:
                lineEnds += 1
                index += 1
            case ASCII.carriageReturn:
                // The line feed of a pair counts for both.
                if index + 1 < bytes.count, bytes[index + 1] != ASCII.lineFeed { lineEnds += 1 }
                index += 1
            default:
                index += 1
            }
        }
        return isWhole ? .fault(.unclosedQuote, at: start) : .needsMore(openQuote: start)
    }

    /// Whether the last of a run of quotes closes the field.
    ///
    /// Quotes in the text come in pairs, so an odd run closes. After a byte 5C, EC-CUBE leaves
    /// the first one single: then an even run closes. A single quote there is text, unless the
    /// field can end with it.
    private func closes(
        _ bytes: UnsafeBufferPointer<UInt8>, run: Range<Int>, contentStart: Int
    ) -> Bool {
        let followsBackslash =
            run.lowerBound > contentStart && bytes[run.lowerBound - 1] == ASCII.backslash
        guard dialect == .eccube, followsBackslash else { return run.count % 2 == 1 }
        return run.count == 1 ? isFieldEnd(bytes, at: run.upperBound) : run.count % 2 == 0
    }

    private func isFieldEnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        let byte = bytes[index]
        return byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    private mutating func finish(
        _ field: Field, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> FieldEnd {
        guard field.content.count <= MigrationLimits.fieldBytesMax else {
            return .fault(.fieldTooLong, at: field.content.lowerBound)
        }
        guard index < bytes.count else {
            guard isWhole else { return .needsMore(openQuote: nil) }
            fields.append(field)
            return .line(next: index)
        }
        guard isFieldEnd(bytes, at: index) else { return .fault(.textAfterQuote, at: index) }
        if bytes[index] == delimiter {
            fields.append(field)
            return .delimiter(next: index + 1)
        }
        var next = index + 1
        if bytes[index] == ASCII.carriageReturn {
            if next == bytes.count, !isWhole { return .needsMore(openQuote: nil) }
            if next < bytes.count, bytes[next] == ASCII.lineFeed { next += 1 }
        }
        fields.append(field)
        lineEnds += 1
        return .line(next: next)
    }
}
