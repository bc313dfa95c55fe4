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
        var writer = JSONWriter()
        writer.canonicalValue(self)
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func canonicalValue(_ value: JSON) {
        switch value {
        case .null, .bool, .integer, .string: self.value(value)
        case .decimal(let value): raw(value.canonicalDigits.utf8)
        case .array(let elements):
            array { for element in elements { $0.canonicalValue(element) } }
        case .object(let object):
            // Places are sorted, not members: nothing is copied.
            let members = object.members
            let places = members.indices.sorted {
                ExactString(members[$0].key) < ExactString(members[$1].key)
            }
            self.object { writer in
                for place in places {
                    writer.member(named: members[place].key) {
                        $0.canonicalValue(members[place].value)
                    }
                }
            }
        }
    }
}

extension JSON: CustomStringConvertible {
    /// The text on one line.
    package var description: String {
        text()
    }
}
