/// Reads a record that ``RecordWriter`` wrote.
///
/// Bytes of any other form are a ``LedgerFault/unreadable(offset:expected:)``.
package struct RecordReader {
    private let bytes: [UInt8]
    private var offset = 0
    private var texts: [String] = []
    private var terms: [LotTerms] = []
    /// Whether texts are passed over: then each reads as empty.
    private let isSkimming: Bool

    /// A reader at the beginning of the record's body.
    ///
    /// - Parameters:
    ///   - bytes: The record.
    ///   - isSkimming: Whether texts are passed over, which takes most of the time: then each reads as empty.
    /// - Throws: ``LedgerFault/unreadable(offset:expected:)``
    package init(_ bytes: [UInt8], skimming isSkimming: Bool = false) throws(LedgerFault) {
        self.bytes = bytes
        self.isSkimming = isSkimming
        guard try tag() == RecordWriter.version else {
            throw .unreadable(offset: 0, expected: "the version byte \(RecordWriter.version)")
        }
        texts = try list { reader throws(LedgerFault) in
            try reader.spelling()
        }
        terms = try list { reader throws(LedgerFault) in
            LotTerms(
                pointClass: PointClass(try reader.text()), company: try reader.text(),
                grantedOn: try reader.date(),
                expiresOn: try reader.optional { reader throws(LedgerFault) in try reader.date() },
                followsActivity: try reader.flag(), from: try reader.number())
        }
    }

    /// Checks that nothing follows.
    package func finish() throws(LedgerFault) {
        guard offset == bytes.count else {
            throw .unreadable(offset: offset, expected: "the end of the record")
        }
    }
}

// MARK: - Fields

extension RecordReader {
    /// A number that is zero or more.
    package mutating func count() throws(LedgerFault) -> Int {
        let value = try next()
        guard let count = Int(exactly: value) else { throw fault("a count") }
        return count
    }

    /// A number that may be negative.
    package mutating func number() throws(LedgerFault) -> Int64 {
        let value = try next()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// A number of 128 bits.
    package mutating func wide() throws(LedgerFault) -> Int128 {
        let upper = try number()
        return Int128(upper) << 64 | Int128(try bits())
    }

    /// 64 bits without a sign.
    package mutating func bits() throws(LedgerFault) -> UInt64 {
        try next()
    }

    /// One of two.
    package mutating func flag() throws(LedgerFault) -> Bool {
        switch try tag() {
        case 0: return false
        case 1: return true
        default: throw fault("0 or 1")
        }
    }

    /// A tag.
    package mutating func tag() throws(LedgerFault) -> UInt8 {
        guard offset < bytes.count else { throw fault("a byte") }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Bytes with their number before them.
    package mutating func raw() throws(LedgerFault) -> [UInt8] {
        let length = try length()
        defer { offset += length }
        return Array(bytes[offset..<(offset + length)])
    }

    private mutating func length() throws(LedgerFault) -> Int {
        let length = try count()
        guard length <= bytes.count - offset else { throw fault("\(length) bytes") }
        return length
    }

    /// A text of the table, made from the record's bytes without a copy between.
    private mutating func spelling() throws(LedgerFault) -> String {
        let length = try length()
        let start = offset
        offset += length
        if isSkimming { return "" }
        let text: String? = bytes.withUnsafeBufferPointer { bytes in
            let spelling = UnsafeBufferPointer(rebasing: bytes[start..<(start + length)])
            // ASCII, as most names are, cannot be invalid.
            return spelling.allSatisfy { $0 < 0x80 }
                ? String(decoding: spelling, as: UTF8.self)
                : String(validating: spelling, as: UTF8.self)
        }
        guard let text else { throw fault("UTF-8") }
        return text
    }

    /// Text.
    package mutating func text() throws(LedgerFault) -> String {
        let index = try count()
        guard index < texts.count else { throw fault("the place of a text") }
        return texts[index]
    }

    /// Text that may be missing.
    package mutating func optionalText() throws(LedgerFault) -> String? {
        try optional { reader throws(LedgerFault) in try reader.text() }
    }

    /// Lot terms.
    package mutating func lot() throws(LedgerFault) -> LotTerms {
        let index = try count()
        guard index < terms.count else { throw fault("the place of a lot") }
        return terms[index]
    }

    /// A date.
    package mutating func date() throws(LedgerFault) -> CivilDate {
        let value = try number()
        guard
            (Int64(CivilDate.firstDayNumber)...Int64(CivilDate.lastDayNumber)).contains(value)
        else { throw fault("a day") }
        return CivilDate(dayNumber: Int(value))
    }

    /// A moment.
    package mutating func instant() throws(LedgerFault) -> Instant {
        Instant(milliseconds: try number())
    }

    /// A place in the journal.
    package mutating func position() throws(LedgerFault) -> JournalPosition {
        JournalPosition(try number())
    }

    /// A value of a kind with raw names.
    package mutating func named<Value: RawRepresentable<String>>(
        _ type: Value.Type
    ) throws(LedgerFault) -> Value {
        let name = try text()
        guard let value = Value(rawValue: name) else { throw fault("the name of a \(type)") }
        return value
    }

    /// A value that may be missing.
    package mutating func optional<Value>(
        _ read: (inout RecordReader) throws(LedgerFault) -> Value
    ) throws(LedgerFault) -> Value? {
        try flag() ? try read(&self) : nil
    }

    /// Values with their number before them.
    package mutating func list<Value>(
        _ read: (inout RecordReader) throws(LedgerFault) -> Value
    ) throws(LedgerFault) -> [Value] {
        let length = try count()
        // Every value takes at least a byte, so a length from a damaged record cannot ask for more memory than that.
        guard length <= bytes.count - offset else { throw fault("a list of \(length)") }
        var values: [Value] = []
        values.reserveCapacity(length)
        for _ in 0..<length { values.append(try read(&self)) }
        return values
    }

    /// A complaint about the byte that comes next.
    package func fault(_ expected: String) -> LedgerFault {
        .unreadable(offset: offset, expected: expected)
    }

    private mutating func next() throws(LedgerFault) -> UInt64 {
        // Most numbers have one byte.
        if offset < bytes.count, bytes[offset] < 0x80 {
            defer { offset += 1 }
            return UInt64(bytes[offset])
        }
        return try long()
    }

    private mutating func long() throws(LedgerFault) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let byte = try tag()
            guard shift < 63 || byte <= 1 else { throw fault("a number of 64 bits") }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 {
                // A shorter form of the same number exists: then these bytes are not canonical.
                guard byte != 0 || shift == 0 else { throw fault("a number in its shortest form") }
                return value
            }
        }
        throw fault("a number of 64 bits")
    }
}
