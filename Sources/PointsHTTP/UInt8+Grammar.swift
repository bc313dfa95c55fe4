/// The character classes of the grammar, byte by byte: never by `Character`, which takes CR LF
/// for one and full-width digits for digits.
extension UInt8 {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09

    /// `ALPHA / DIGIT` (RFC 5234, B.1).
    var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// `tchar` (RFC 9110, 5.6.2).
    var isTokenCharacter: Bool {
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
            UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: isLetterOrDigit
        }
    }

    /// `field-vchar`, space or tab: all but controls (RFC 9110, 5.5).
    var isFieldValueCharacter: Bool { (self >= 0x20 && self != 0x7F) || self == .tab }

    /// `OWS` (RFC 9110, 5.6.3).
    var isOptionalWhitespace: Bool { self == .space || self == .tab }

    /// `C0` control or `DEL`.
    var isControl: Bool { self < 0x20 || self == 0x7F }

    /// `unreserved` (RFC 3986, 2.3).
    var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: isLetterOrDigit
        }
    }

    /// `pchar` or `/`: what a path is made of, `%` for an encoded byte included (RFC 3986, 3.3).
    var isPathCharacter: Bool {
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
            UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "/"):
            true
        default: isUnreserved
        }
    }

    /// The value of an ASCII digit, or nil.
    var decimalDigit: Int? {
        switch self {
        case 0x30...0x39: Int(self &- 0x30)
        default: nil
        }
    }

    /// The value of an ASCII hexadecimal digit, or nil.
    var hexadecimalDigit: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x41 &+ 10
        case 0x61...0x66: self &- 0x61 &+ 10
        default: nil
        }
    }

    /// The byte with ASCII letters made small.
    var lowercased: UInt8 {
        switch self {
        case 0x41...0x5A: self | 0x20
        default: self
        }
    }
}

// MARK: - Runs of bytes

extension Collection where Element == UInt8 {
    /// Whether the bytes are `text`, which must be given in small letters, whatever their case.
    func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { lowercase in
            zip(self, lowercase).allSatisfy { $0.lowercased == $1 }
        }
    }
}

extension BidirectionalCollection where Element == UInt8, SubSequence: BidirectionalCollection {
    /// The bytes without `OWS` at either end (RFC 9110, 5.6.3).
    var trimmingOptionalWhitespace: SubSequence {
        var trimmed = self[...]
        while let first = trimmed.first, first.isOptionalWhitespace {
            trimmed = trimmed.dropFirst()
        }
        while let last = trimmed.last, last.isOptionalWhitespace {
            trimmed = trimmed.dropLast()
        }
        return trimmed
    }
}
