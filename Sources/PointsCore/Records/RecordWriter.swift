/// Writes a record in the canonical form: equal values give equal bytes, and nothing else does.
///
/// A record is a version byte, a table of its texts, a table of its lot terms and a body that refers to both.
/// Numbers are LEB128; those that may be negative are folded (zigzag) first. The form is described in
/// `Documentation/storage.md`; the hash chain covers these bytes.
package struct RecordWriter {
    private var body: [UInt8] = []
    private var texts: [String] = []
    private var terms: [LotTerms] = []
    /// Places by value, once a table is too long to be searched.
    private var textPlaces: [ExactText: Int] = [:]
    private var lotPlaces: [LotTerms: Int] = [:]

    /// Entries of a table that are searched one by one.
    private static let searchedMax = 16

    /// The version of the form.
    static let version: UInt8 = 1

    /// An empty record.
    package init() {
        body.reserveCapacity(256)
    }

    /// The finished record.
    package func bytes() -> [UInt8] {
        var tables = RecordWriter()
        var lots = RecordWriter()
        lots.texts = texts
        lots.textPlaces = textPlaces
        for lot in terms {
            lots.text(lot.pointClass.name)
            lots.text(lot.company)
            lots.date(lot.grantedOn)
            lots.optional(lot.expiresOn) { $0.date($1) }
            lots.flag(lot.followsActivity)
            lots.number(lot.from)
        }
        tables.count(lots.texts.count)
        for text in lots.texts {
            tables.count(text.utf8.count)
            tables.body.append(contentsOf: text.utf8)
        }
        tables.count(terms.count)
        return [RecordWriter.version] + tables.body + lots.body + body
    }
}

// MARK: - Fields

extension RecordWriter {
    /// A number that is zero or more.
    package mutating func count(_ value: Int) {
        precondition(value >= 0, "a count is not negative")
        append(UInt64(value))
    }

    /// A number that may be negative.
    package mutating func number(_ value: Int64) {
        append(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    /// A number of 128 bits: its upper half, then the lower.
    package mutating func wide(_ value: Int128) {
        number(Int64(truncatingIfNeeded: value >> 64))
        bits(UInt64(truncatingIfNeeded: value))
    }

    /// 64 bits without a sign.
    package mutating func bits(_ value: UInt64) {
        append(value)
    }

    /// One of two.
    package mutating func flag(_ value: Bool) {
        body.append(value ? 1 : 0)
    }

    /// A tag.
    package mutating func tag(_ value: UInt8) {
        body.append(value)
    }

    /// Bytes, with their number before them.
    package mutating func raw(_ value: [UInt8]) {
        count(value.count)
        body.append(contentsOf: value)
    }

    /// Text, written once a record.
    package mutating func text(_ value: String) {
        let known =
            texts.count <= RecordWriter.searchedMax
            ? texts.firstIndex { $0.hasSameBytes(as: value) } : textPlaces[ExactText(value)]
        count(known ?? texts.count)
        guard known == nil else { return }
        texts.append(value)
        if texts.count == RecordWriter.searchedMax + 1 {
            for (place, text) in texts.enumerated() { textPlaces[ExactText(text)] = place }
        } else if texts.count > RecordWriter.searchedMax {
            textPlaces[ExactText(value)] = texts.count - 1
        }
    }

    /// Lot terms, written once a record.
    package mutating func lot(_ value: LotTerms) {
        let known =
            terms.count <= RecordWriter.searchedMax
            ? terms.firstIndex(of: value) : lotPlaces[value]
        count(known ?? terms.count)
        guard known == nil else { return }
        terms.append(value)
        if terms.count == RecordWriter.searchedMax + 1 {
            for (place, lot) in terms.enumerated() { lotPlaces[lot] = place }
        } else if terms.count > RecordWriter.searchedMax {
            lotPlaces[value] = terms.count - 1
        }
    }

    /// A date.
    package mutating func date(_ value: CivilDate) {
        number(Int64(value.dayNumber))
    }

    /// A moment.
    package mutating func instant(_ value: Instant) {
        number(value.milliseconds)
    }

    /// A place in the journal.
    package mutating func position(_ value: JournalPosition) {
        number(value.number)
    }

    /// A value that may be missing.
    package mutating func optional<Value>(
        _ value: Value?, _ write: (inout RecordWriter, Value) -> Void
    ) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    /// Values with their number before them.
    package mutating func list<Value>(
        _ values: [Value], _ write: (inout RecordWriter, Value) -> Void
    ) {
        count(values.count)
        for value in values { write(&self, value) }
    }

    private mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        body.append(UInt8(rest))
    }
}
