/// Why a text is not JSON, and where.
package struct JSONParseError: Error, Hashable, Sendable {
    /// What is wrong.
    package let problem: Problem

    /// Bytes before the place, from zero.
    package let offset: Int

    /// The line of the place, from one; lines end with a line feed.
    package let line: Int

    /// The place within its line in Unicode scalars, from one, as editors count: a kana is one of them and three bytes.
    package let column: Int

    /// What can be wrong with a text, in the order in which it is noticed at one place.
    package enum Problem: Hashable, Sendable {
        /// A byte order mark (RFC 8259, section 8.1, forbids to write one).
        case byteOrderMark

        /// The byte order mark of UTF-16.
        case utf16

        /// Nothing but white space.
        case empty

        /// The text ends where something must follow.
        case unexpectedEnd(expected: Expectation)

        /// A character that cannot stand here.
        case unexpectedCharacter(Unicode.Scalar, expected: Expectation)

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

        /// A backslash before any other character than ``"\/bfnrtu``.
        case unknownEscape(Unicode.Scalar)

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
        self.column = before[lineStart...].count { !ASCII.isContinuation($0) } + 1
    }
}
