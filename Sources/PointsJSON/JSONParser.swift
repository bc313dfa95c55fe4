/// Reads one JSON text, strictly as in RFC 8259 and with the bounds of ``JSONLimits``.
///
/// Byte by byte over borrowed memory; the parser must not outlive it.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }
}

// MARK: - Document

extension JSONParser {
    /// The one value of the whole text.
    mutating func document() throws(JSONParseError) -> JSON {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw failure(.byteOrderMark, at: 0) }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw failure(.utf16, at: 0)
        }
        skipWhiteSpace()
        guard offset < bytes.count else { throw failure(.empty, at: offset) }
        let value = try value()
        skipWhiteSpace()
        guard offset == bytes.count else { throw failure(.trailingText, at: offset) }
        return value
    }

    private mutating func value() throws(JSONParseError) -> JSON {
        guard let byte = next else { throw unexpected(insteadOf: .value) }
        switch byte {
        case ASCII.quote: return .string(try string())
        case ASCII.zero...ASCII.nine, ASCII.minus: return try number()
        case ASCII.openBrace: return .object(try object())
        case ASCII.openBracket: return .array(try array())
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return try word()
        default: throw unexpected(insteadOf: .value)
        }
    }

    private mutating func word() throws(JSONParseError) -> JSON {
        let start = offset
        while let byte = next, Self.isWordByte(byte) { offset += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        if word.elementsEqual("true".utf8) { return .bool(true) }
        if word.elementsEqual("false".utf8) { return .bool(false) }
        if word.elementsEqual("null".utf8) { return .null }
        let quoted = String(decoding: word.prefix(JSONLimits.quotedScalarsMax), as: UTF8.self)
        throw failure(.unknownWord(quoted), at: start)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            ASCII.zero...ASCII.nine:
            true
        default: false
        }
    }
}

// MARK: - Arrays and objects

extension JSONParser {
    private mutating func array() throws(JSONParseError) -> [JSON] {
        try enter()
        defer { depth -= 1 }
        var elements: [JSON] = []
        if skip(ASCII.closeBracket) { return elements }
        repeat {
            elements.append(try value())
            skipWhiteSpace()
        } while try continues(until: ASCII.closeBracket, else: .commaOrBracket)
        return elements
    }

    private mutating func object() throws(JSONParseError) -> JSONObject {
        try enter()
        defer { depth -= 1 }
        var members: [JSONObject.Member] = []
        var seen: Set<ExactString> = []
        if skip(ASCII.closeBrace) { return JSONObject() }
        repeat {
            let key = try key(distinctFrom: members, &seen)
            skipWhiteSpace()
            guard skip(ASCII.colon) else { throw unexpected(insteadOf: .colon) }
            skipWhiteSpace()
            members.append(JSONObject.Member(key: key, value: try value()))
            skipWhiteSpace()
        } while try continues(until: ASCII.closeBrace, else: .commaOrBrace)
        return JSONObject(unchecked: members)
    }

    /// A hundred thousand keys must not cost a hundred thousand squared comparisons: from
    /// ``JSONLimits/linearKeysMax`` on, `seen` holds every key.
    private mutating func key(
        distinctFrom members: [JSONObject.Member], _ seen: inout Set<ExactString>
    ) throws(JSONParseError) -> String {
        let start = offset
        guard next == ASCII.quote else { throw unexpected(insteadOf: .key) }
        let text = try string()
        let key = ExactString(text)
        let isNew: Bool
        if members.count < JSONLimits.linearKeysMax {
            isNew = !members.contains { ExactString($0.key) == key }
        } else {
            if seen.isEmpty { seen = Set(members.lazy.map { ExactString($0.key) }) }
            isNew = seen.insert(key).inserted
        }
        guard isNew else { throw failure(.duplicateKey(text), at: start) }
        return text
    }

    /// Steps over an opening bracket or brace.
    private mutating func enter() throws(JSONParseError) {
        guard depth < JSONLimits.nestingMax else { throw failure(.nestingTooDeep, at: offset) }
        depth += 1
        offset += 1
        skipWhiteSpace()
    }

    /// Steps over a comma, and answers true, or over the closing byte.
    private mutating func continues(
        until close: UInt8, else expected: JSONParseError.Expectation
    ) throws(JSONParseError) -> Bool {
        if skip(close) { return false }
        let comma = offset
        guard skip(ASCII.comma) else { throw unexpected(insteadOf: expected) }
        skipWhiteSpace()
        guard next != close else { throw failure(.trailingComma, at: comma) }
        return true
    }
}

// MARK: - Bytes

extension JSONParser {
    /// The byte at the offset; nil at the end.
    var next: UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    /// Steps over the next byte if it is this one.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipWhiteSpace() {
        while let byte = next, byte <= ASCII.space {
            switch byte {
            case ASCII.space, ASCII.lineFeed, ASCII.carriageReturn, ASCII.tab: offset += 1
            default: return
            }
        }
    }

    func failure(_ problem: JSONParseError.Problem, at offset: Int) -> JSONParseError {
        JSONParseError(problem, at: offset, in: bytes)
    }

    /// The complaint about the next byte, or about the end of the text.
    func unexpected(insteadOf expected: JSONParseError.Expectation) -> JSONParseError {
        guard let byte = next else {
            return failure(.unexpectedEnd(expected: expected), at: offset)
        }
        guard byte != ASCII.slash else { return failure(.comment, at: offset) }
        guard let scalar = scalar(at: offset) else { return failure(.invalidUTF8, at: offset) }
        return failure(.unexpectedCharacter(scalar, expected: expected), at: offset)
    }

    /// The character that begins there; nil if the bytes are none.
    func scalar(at start: Int) -> Unicode.Scalar? {
        var decoder = UTF8()
        var rest = bytes[start...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
        return scalar
    }
}
