/// The fields of a request in the order they came, looked up without regard to case.
///
/// The bytes are kept as one run and become strings only when they are asked for. A field that
/// came more than once reads as one value joined by `, ` (RFC 9110, 5.3): neither the first nor
/// the last wins.
package struct HTTPFields: Sendable {
    /// Names and values, one behind the other.
    private(set) var bytes: [UInt8] = []

    /// Where each field stands in ``bytes``.
    private(set) var lines: [Line] = []

    /// Where one field stands: its name ends where its value begins.
    struct Line: Sendable {
        let nameStart: Int32
        let valueStart: Int32
        let valueEnd: Int32

        var name: Range<Int> { Int(nameStart)..<Int(valueStart) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
    }

    /// No fields.
    package init() {}

    /// The given fields, for a request that did not come from the wire.
    package init(_ pairs: [(name: String, value: String)]) {
        for pair in pairs { append(name: pair.name.utf8, value: pair.value.utf8) }
    }
}

// MARK: - Reading

extension HTTPFields {
    /// How many field lines there are.
    package var count: Int { lines.count }

    /// The value of the field, its lines joined by `, `, or nil if there is none.
    ///
    /// Bytes that are not UTF-8 read as U+FFFD.
    package subscript(name: String) -> String? {
        let values = values(of: name)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The value of each line of the field, in order.
    package func values(of name: String) -> [String] {
        let wanted = name.utf8
        return lines.lazy.filter { line in
            line.name.count == wanted.count
                && zip(bytes[line.name], wanted).allSatisfy { $0.lowercased == $1.lowercased }
        }.map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }

    /// The value of each line of the field; `name` must be in small letters.
    func bytes(of name: StaticString) -> [ArraySlice<UInt8>] {
        lines.filter { bytes[$0.name].equalsIgnoringCase(name) }.map { bytes[$0.value] }
    }
}

// MARK: - Writing

extension HTTPFields {
    mutating func append(name: some Collection<UInt8>, value: some Collection<UInt8>) {
        let nameStart = Int32(bytes.count)
        bytes.append(contentsOf: name)
        let valueStart = Int32(bytes.count)
        bytes.append(contentsOf: value)
        let line = Line(
            nameStart: nameStart, valueStart: valueStart, valueEnd: Int32(bytes.count))
        lines.append(line)
    }
}
