/// Why a text is not JSON, and where.
package struct JSONParseError: Error, Hashable, Sendable {
    /// What is wrong.
    package let problem: Problem

    /// Bytes before the place, from zero.
    package let offset: Int

    /// The line of the place, from one; lines end with a line feed.
    package let line: Int

    /// The place within its line in bytes, from one.
    package let column: Int

    /// What can be wrong with a text, in the order in which it is noticed at one place.
    package enum Problem: Hashable, Sendable {
        /// A byte order mark (RFC 8259, section 8.1, forbids to write one).
        case byteOrderMark

        /// Nothing but white space.
        case empty

        /// The text ends where something must follow.
        case unexpectedEnd(expected: Expectation)

        /// A byte that cannot stand here.
        case unexpectedByte(UInt8, expected: Expectation)

        /// A comma with a closing bracket or brace after it.
        case trailingComma

        /// A slash where a value or a key belongs.
        case comment

        /// More than one value.
        case trailingText

        /// More than ``JSONLimits/nestingMax`` arrays and objects inside one another.
        case nestingTooDeep

        /// A key twice in one object, after unescaping.
        case duplicateKey(String)

        /// A word such as `NaN`; at most ``JSONLimits/quotedScalarsMax`` characters of it.
        case unknownWord(String)

        /// `01`.
        case leadingZero

        /// A number longer than ``JSONLimits/numberBytesMax``.
        case numberTooLong(bytes: Int)

        /// The text ends before the string that opens here does.
        case unterminatedString

        /// A byte below 0x20 within a string.
        case controlCharacter(UInt8)

        /// A backslash before any other byte than ``"\/bfnrtu``.
        case unknownEscape(UInt8)

        /// `\u` without four hexadecimal digits.
        case malformedUnicodeEscape

        /// Half of a surrogate pair.
        case loneSurrogate(UInt16)

        /// Bytes that are not UTF-8 (Unicode Standard, table 3-7): overlong forms, surrogates,
        /// anything above U+10FFFF, truncated sequences.
        case invalidUTF8
    }

    /// What would have been right.
    package enum Expectation: String, Sendable {
        /// Any value.
        case value = "a value"

        /// The key of a member.
        case key = "a key in double quotes"

        /// The colon after a key.
        case colon = "a colon"

        /// What follows a member.
        case commaOrBrace = "a comma or a closing brace"

        /// What follows an element.
        case commaOrBracket = "a comma or a closing bracket"

        /// A digit of a number.
        case digit = "a digit"
    }

    init(_ problem: Problem, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
        self.problem = problem
        self.offset = offset
        self.line = before.count { $0 == ASCII.lineFeed } + 1
        self.column = offset - lineStart + 1
    }
}

// MARK: - Message

extension JSONParseError: CustomStringConvertible {
    /// One sentence without capital and full stop: `duplicate key "id" at line 1, column 18`.
    package var message: String {
        "\(problem.message) at line \(line), column \(column)"
    }

    /// The ``message``.
    package var description: String {
        message
    }
}

extension JSONParseError.Problem {
    /// What is wrong, without the place.
    package var message: String {
        switch self {
        case .byteOrderMark: "byte order mark"
        case .empty: "no value"
        case .unexpectedEnd(let expected): "the text ends instead of \(expected.rawValue)"
        case .unexpectedByte(let byte, let expected):
            "\(Self.name(of: byte)) instead of \(expected.rawValue)"
        case .trailingComma: "trailing comma"
        case .comment: "comments are not JSON"
        case .trailingText: "more text after the value"
        case .nestingTooDeep: "nesting deeper than \(JSONLimits.nestingMax)"
        case .duplicateKey(let key): "duplicate key \(Self.quoted(key))"
        case .unknownWord(let word): "\(Self.quoted(word)) is not a JSON value"
        case .leadingZero: "leading zero"
        case .numberTooLong(let bytes):
            "number of \(bytes) bytes, at most \(JSONLimits.numberBytesMax) are allowed"
        case .unterminatedString: "string without closing quote"
        case .controlCharacter(let byte): "unescaped \(Self.name(of: byte)) in a string"
        case .unknownEscape(let byte): "backslash before \(Self.name(of: byte))"
        case .malformedUnicodeEscape: "\\u without four hexadecimal digits"
        case .loneSurrogate(let unit): "lone surrogate \\u\(String(unit, radix: 16))"
        case .invalidUTF8: "invalid UTF-8"
        }
    }

    private static func name(of byte: UInt8) -> String {
        guard (ASCII.space + 1..<ASCII.delete).contains(byte) else {
            let digits = String(byte, radix: 16, uppercase: true)
            return "byte 0x" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
        return "'\(Unicode.Scalar(byte))'"
    }

    private static func quoted(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(JSONLimits.quotedScalarsMax)
        let isWhole = start.endIndex == text.endIndex
        return JSON.string(isWhole ? text : String(start) + "…").text()
    }
}
