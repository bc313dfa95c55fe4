// MARK: - Strings (RFC 8259, section 7)

extension JSONParser {
    /// The string whose opening quote is next, unescaped; steps over its closing quote.
    mutating func string() throws(JSONParseError) -> String {
        let opening = offset
        offset += 1
        var runStart = offset
        var stop = try skipPlainBytes(of: opening)
        if stop == ASCII.quote {
            let string = text(from: runStart)
            offset += 1
            return string
        }
        var unescaped: [UInt8] = []
        while stop == ASCII.backslash {
            unescaped.append(contentsOf: bytes[runStart..<offset])
            try appendEscape(to: &unescaped, of: opening)
            runStart = offset
            stop = try skipPlainBytes(of: opening)
        }
        unescaped.append(contentsOf: bytes[runStart..<offset])
        offset += 1
        return String(decoding: unescaped, as: UTF8.self)
    }

    /// The text from there to the offset, which the caller has found to be UTF-8.
    func text(from start: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    }

    /// Steps up to the next quote or backslash, and answers which of them it is.
    private mutating func skipPlainBytes(of opening: Int) throws(JSONParseError) -> UInt8 {
        while let byte = next {
            if byte == ASCII.quote || byte == ASCII.backslash { return byte }
            guard byte >= ASCII.space else { throw failure(.controlCharacter(byte), at: offset) }
            if byte <= ASCII.delete {
                offset += 1
            } else {
                try skipMultibyteScalar(byte)
            }
        }
        throw failure(.unterminatedString, at: opening)
    }

    /// Unicode Standard, table 3-7: the second byte's range rules out overlong forms, surrogates
    /// and what lies above U+10FFFF; any further byte is a plain continuation.
    private mutating func skipMultibyteScalar(_ lead: UInt8) throws(JSONParseError) {
        let continuation: ClosedRange<UInt8> = 0x80...0xBF
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, continuation)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, continuation)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, continuation)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw failure(.invalidUTF8, at: offset)
        }
        guard length <= bytes.count - offset,
            second.contains(bytes[offset + 1]),
            bytes[(offset + 2)..<(offset + length)].allSatisfy(continuation.contains)
        else { throw failure(.invalidUTF8, at: offset) }
        offset += length
    }
}

// MARK: - Escapes

extension JSONParser {
    /// Steps over the escape whose backslash is next.
    private mutating func appendEscape(
        to unescaped: inout [UInt8], of opening: Int
    ) throws(JSONParseError) {
        let start = offset
        offset += 1
        guard let byte = next else { throw failure(.unterminatedString, at: opening) }
        offset += 1
        switch byte {
        case ASCII.quote, ASCII.backslash, ASCII.slash: unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(ASCII.backspace)
        case UInt8(ascii: "f"): unescaped.append(ASCII.formFeed)
        case UInt8(ascii: "n"): unescaped.append(ASCII.lineFeed)
        case UInt8(ascii: "r"): unescaped.append(ASCII.carriageReturn)
        case UInt8(ascii: "t"): unescaped.append(ASCII.tab)
        case UInt8(ascii: "u"): unescaped.append(contentsOf: try escapedScalar(at: start).utf8)
        default:
            guard let scalar = scalar(at: start + 1) else {
                throw failure(.invalidUTF8, at: start + 1)
            }
            throw failure(.unknownEscape(scalar), at: start)
        }
    }

    /// The scalar of one `\u` escape, or of two that make a surrogate pair.
    private mutating func escapedScalar(at start: Int) throws(JSONParseError) -> Unicode.Scalar {
        guard let unit = codeUnit(at: offset) else {
            throw failure(.malformedUnicodeEscape, at: start)
        }
        offset += 4
        var code = UInt32(unit)
        if UTF16.isLeadSurrogate(unit), let trail = escapedTrailSurrogate {
            code = 0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
            offset += 6
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw failure(.loneSurrogate(unit), at: start)
        }
        return scalar
    }

    private var escapedTrailSurrogate: UInt16? {
        guard next == ASCII.backslash, offset + 1 < bytes.count,
            bytes[offset + 1] == UInt8(ascii: "u"),
            let unit = codeUnit(at: offset + 2), UTF16.isTrailSurrogate(unit)
        else { return nil }
        return unit
    }

    /// The value of four hexadecimal digits; nil if they are not all there.
    private func codeUnit(at start: Int) -> UInt16? {
        guard start + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[start..<(start + 4)] {
            switch byte {
            case ASCII.zero...ASCII.nine: unit = unit << 4 | UInt16(byte - ASCII.zero)
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return unit
    }
}
