/// Writes JSON straight into bytes, for replies, without building a tree.
///
/// Commas and quotes are its work:
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///     $0.member("id", "m_1")
///     $0.member("lots", array: { $0.element(300) })
/// }
/// // {"id":"m_1","lots":[300]}
/// ```
///
/// The caller sees to it that keys differ and that members are written only within objects.
package struct JSONWriter {
    /// What has been written so far.
    package private(set) var bytes: [UInt8]

    /// Whether the next member or element has one before it.
    private var needsComma = false

    /// - Parameter capacity: Bytes to reserve.
    package init(capacity: Int = JSONLimits.writerCapacityBytes) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }
}

// MARK: - Values

extension JSONWriter {
    /// Writes an object, at the top or as an element.
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(ASCII.openBrace)
        body(&self)
        close(ASCII.closeBrace)
    }

    /// Writes an array, at the top or as an element.
    package mutating func array(_ body: (inout JSONWriter) -> Void) {
        open(ASCII.openBracket)
        body(&self)
        close(ASCII.closeBracket)
    }

    /// Writes a string.
    package mutating func value(_ value: String) {
        startValue()
        appendQuoted(value)
    }

    /// Writes an integer.
    package mutating func value(_ value: Int64) {
        startValue()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Writes an integer.
    package mutating func value(_ value: Int) {
        self.value(Int64(value))
    }

    /// Writes `true` or `false`.
    package mutating func value(_ value: Bool) {
        raw(value ? "true".utf8 : "false".utf8)
    }

    /// Writes a whole value.
    package mutating func value(_ value: JSON) {
        switch value {
        case .null: null()
        case .bool(let value): self.value(value)
        case .integer(let value): self.value(value)
        case .decimal(let value): raw(value.digits.utf8)
        case .string(let value): self.value(value)
        case .array(let elements): array { for element in elements { $0.value(element) } }
        case .object(let object):
            self.object { writer in
                for member in object.members {
                    writer.member(named: member.key) { $0.value(member.value) }
                }
            }
        }
    }

    /// Writes `null`.
    package mutating func null() {
        raw("null".utf8)
    }

    /// Writes bytes that already are one JSON value.
    package mutating func raw(_ json: some Sequence<UInt8>) {
        startValue()
        bytes.append(contentsOf: json)
    }

    /// Ends a line; the next value is a text of its own.
    package mutating func newline() {
        bytes.append(ASCII.lineFeed)
        needsComma = false
    }
}

// MARK: - Punctuation

extension JSONWriter {
    /// Writes a member's key; exactly one value must follow.
    mutating func key(_ key: String) {
        startValue()
        appendQuoted(key)
        bytes.append(ASCII.colon)
        needsComma = false
    }

    /// Writes a member's key; exactly one value must follow.
    mutating func key(_ key: StaticString) {
        startValue()
        key.withUTF8Buffer { appendQuoted($0) }
        bytes.append(ASCII.colon)
        needsComma = false
    }

    private mutating func startValue() {
        if needsComma { bytes.append(ASCII.comma) }
        needsComma = true
    }

    private mutating func open(_ byte: UInt8) {
        startValue()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }
}

// MARK: - Strings

extension JSONWriter {
    private mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    /// Escapes only what must be (RFC 8785, section 3.2.2.2).
    private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(ASCII.quote)
        var runStart = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash
            else { continue }
            bytes.append(contentsOf: text[runStart..<index])
            appendEscaped(byte)
            runStart = index + 1
        }
        bytes.append(contentsOf: text[runStart...])
        bytes.append(ASCII.quote)
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        bytes.append(ASCII.backslash)
        switch byte {
        case ASCII.backspace: bytes.append(UInt8(ascii: "b"))
        case ASCII.tab: bytes.append(UInt8(ascii: "t"))
        case ASCII.lineFeed: bytes.append(UInt8(ascii: "n"))
        case ASCII.formFeed: bytes.append(UInt8(ascii: "f"))
        case ASCII.carriageReturn: bytes.append(UInt8(ascii: "r"))
        case ASCII.quote, ASCII.backslash: bytes.append(byte)
        default:
            bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }
}

// MARK: - Pretty

extension JSONWriter {
    /// Writes a value over several lines; empty arrays and objects stay on one.
    mutating func prettyValue(_ value: JSON, depth: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            array { writer in
                for element in elements {
                    writer.startLine(depth: depth + 1)
                    writer.prettyValue(element, depth: depth + 1)
                }
                writer.endBlock(depth: depth)
            }
        case .object(let object) where !object.isEmpty:
            self.object { writer in
                for member in object.members {
                    writer.startLine(depth: depth + 1)
                    writer.key(member.key)
                    writer.bytes.append(ASCII.space)
                    writer.prettyValue(member.value, depth: depth + 1)
                }
                writer.endBlock(depth: depth)
            }
        default: self.value(value)
        }
    }

    /// Writes the comma that is due and goes to the next line.
    private mutating func startLine(depth: Int) {
        if needsComma { bytes.append(ASCII.comma) }
        endBlock(depth: depth)
        needsComma = false
    }

    private mutating func endBlock(depth: Int) {
        bytes.append(ASCII.lineFeed)
        bytes.append(contentsOf: repeatElement(ASCII.space, count: 2 * depth))
    }
}
