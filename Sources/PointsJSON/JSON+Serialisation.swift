// MARK: - Serialisation

extension JSON {
    /// The value as text: on one line without white space, or pretty, with one member or element
    /// per line, two spaces deeper for each level.
    package func text(pretty: Bool = false) -> String {
        guard pretty else { return String(decoding: bytes(), as: UTF8.self) }
        var writer = JSONWriter()
        writer.prettyValue(self, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The value as UTF-8, on one line without white space.
    package func bytes() -> [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }

    /// One spelling for each meaning, to compare and to hash: members sorted by the bytes of their
    /// keys, numbers of one value written alike, no white space, the fewest escapes.
    ///
    /// In the spirit of RFC 8785, but with exact decimals where it has floating point and UTF-8
    /// order where it has UTF-16.
    package func canonicalBytes() -> [UInt8] {
        canonical.bytes()
    }

    private var canonical: JSON {
        switch self {
        case .null, .bool, .integer, .string: self
        case .decimal(let value): .decimal(JSONDecimal(unchecked: value.canonicalDigits))
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let object):
            .object(
                JSONObject(
                    unchecked: object.members
                        .map { JSONObject.Member(key: $0.key, value: $0.value.canonical) }
                        .sorted { ExactString($0.key) < ExactString($1.key) }))
        }
    }
}

extension JSON: CustomStringConvertible {
    /// The text on one line.
    package var description: String {
        text()
    }
}
