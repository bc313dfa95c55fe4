package import Foundation

/// Reads a delimited file row by row, with as much memory as its longest row takes.
///
/// ```swift
/// let reader = try DelimitedReader(file, format: survey.format)
/// while let row = try reader.next() { … }
/// ```
///
/// Empty lines are skipped. The first error ends the reading: what comes after it cannot be
/// trusted.
package final class DelimitedReader {
    /// The names of the columns as they stand in the first record.
    package private(set) var header: [String] = []

    /// The encoding, dialect and delimiter in use.
    package let format: ResolvedFormat

    private let file: URL
    private let stream: ByteStream
    private var scanner: RecordScanner
    private var position = 0
    private var line = 1
    private var record = 0

    /// Opens a file and reads its header.
    ///
    /// - Throws: The first ``ReadError``.
    package convenience init(_ file: URL, format: ResolvedFormat) throws(ReadError) {
        try self.init(file, format: format, hashing: false)
    }

    init(_ file: URL, format: ResolvedFormat, hashing: Bool) throws(ReadError) {
        self.file = file
        self.format = format
        scanner = RecordScanner(delimiter: format.delimiter, dialect: format.dialect)
        stream = try ByteStream(file, encoding: format.encoding, hashing: hashing)
        guard let first = try nextRow() else {
            throw .emptyFile(file: file.lastPathComponent)
        }
        header = first.cells
    }
}

// MARK: - Reading

extension DelimitedReader {
    /// The next row, or nil at the end of the file.
    ///
    /// - Throws: The first ``ReadError``.
    package func next() throws(ReadError) -> SourceRow? {
        guard let row = try nextRow() else { return nil }
        guard row.cells.count == header.count else {
            throw .columnCount(
                place(record: row.record, line: row.line, offset: row.byteOffset),
                expected: header.count, found: row.cells.count)
        }
        return row
    }

    /// What the whole file was; only when ``next()`` has returned nil.
    func survey() -> FileSurvey {
        FileSurvey(
            format: format, header: header, records: record - 1, bytes: stream.bytesRead,
            sha256: stream.digest ?? [])
    }

    private func nextRow() throws(ReadError) -> SourceRow? {
        while true {
            if position == stream.window.count {
                if stream.isComplete { return nil }
                try advance()
                continue
            }
            switch scan() {
            case .record:
                let isEmptyLine =
                    scanner.fields.count == 1 && scanner.fields[0].content.isEmpty
                    && !scanner.fields[0].isQuoted
                let row = isEmptyLine ? nil : try decoded()
                position = scanner.end
                line += scanner.lineEnds
                if let row {
                    record += 1
                    return row
                }
            case .needsMore(let openQuote):
                guard stream.window.count - position <= MigrationLimits.recordBytesMax else {
                    throw tooLong(openQuote: openQuote)
                }
                try advance()
            case .fault(let fault, let at):
                throw error(fault, at: at)
            }
        }
    }

    private func advance() throws(ReadError) {
        try stream.advance(dropping: position)
        position = 0
    }

    private func scan() -> RecordScanner.Outcome {
        stream.window.withUnsafeBufferPointer { bytes in
            scanner.scan(bytes, from: position, isWhole: stream.isComplete)
        }
    }
}

// MARK: - Decoding

extension DelimitedReader {
    private func decoded() throws(ReadError) -> SourceRow {
        var cells: [String] = []
        cells.reserveCapacity(scanner.fields.count)
        for (index, field) in scanner.fields.enumerated() {
            guard let cell = text(of: field) else { throw wrongBytes(in: field, column: index + 1) }
            cells.append(cell)
        }
        return SourceRow(
            record: record, line: line, byteOffset: stream.offset + position, cells: cells)
    }

    private func text(of field: RecordScanner.Field) -> String? {
        stream.window.withUnsafeBufferPointer { bytes in
            let content = UnsafeBufferPointer(rebasing: bytes[field.content])
            guard field.holdsQuotes else { return format.encoding.decode(content) }
            return Self.undoubled(content).withUnsafeBufferPointer(format.encoding.decode)
        }
    }

    /// Each pair of quotes as one.
    ///
    /// The single quote that EC-CUBE leaves stays as it is.
    private static func undoubled(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(content.count)
        var index = 0
        while index < content.count {
            bytes.append(content[index])
            let isPair =
                content[index] == ASCII.quote && index + 1 < content.count
                && content[index + 1] == ASCII.quote
            index += isPair ? 2 : 1
        }
        return bytes
    }
}

// MARK: - Errors

extension DelimitedReader {
    private func wrongBytes(in field: RecordScanner.Field, column: Int) -> ReadError {
        let content = stream.window[field.content]
        let wrong = content.withUnsafeBufferPointer(format.encoding.wrongBytes) ?? 0..<0
        let start = content.startIndex + wrong.lowerBound
        let shown = content[start..<start + min(wrong.count, MigrationLimits.shownBytesMax)]
        return .wrongBytes(
            place(record: record, line: line, column: column, offset: stream.offset + start),
            bytes: Array(shown), encoding: format.encoding)
    }

    private func tooLong(openQuote: Int?) -> ReadError {
        let offset = stream.offset + (openQuote ?? position)
        let start = place(
            record: record, line: line, column: openQuote.map { _ in scanner.fields.count + 1 },
            offset: offset)
        return openQuote == nil ? .recordTooLong(start) : .unclosedQuote(start)
    }

    private func error(_ fault: RecordScanner.Fault, at index: Int) -> ReadError {
        let spot = place(
            record: record, line: line, column: scanner.fields.count + 1,
            offset: stream.offset + index)
        switch fault {
        case .nulByte: return .nulByte(spot)
        case .unclosedQuote: return .unclosedQuote(spot)
        case .bareQuote: return .bareQuote(spot)
        case .textAfterQuote: return .textAfterQuote(spot)
        case .fieldTooLong: return .fieldTooLong(spot)
        case .tooManyColumns: return .tooManyColumns(spot)
        }
    }

    private func place(record: Int, line: Int, column: Int? = nil, offset: Int) -> FilePlace {
        FilePlace(
            file: file.lastPathComponent, record: record, line: line, column: column,
            byteOffset: offset)
    }
}
