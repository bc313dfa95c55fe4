// MARK: - Message

extension JSONParseError: CustomStringConvertible {
    /// One sentence without capital and full stop: `duplicate key "id" at line 1, column 18`, with what to do where that is
    /// known.
    package var message: String {
        "\(problem.message) at line \(line), column \(column)"
            + (problem.remedy.map { "; \($0)" } ?? "")
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
        case .utf16: "UTF-16 instead of UTF-8"
        case .empty: "no value"
        case .unexpectedEnd(let expected): "the text ends instead of \(expected.rawValue)"
        case .unexpectedCharacter(let scalar, let expected):
            "\(Self.name(of: scalar)) instead of \(expected.rawValue)"
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
        case .controlCharacter(let byte):
            "unescaped \(Self.name(of: Unicode.Scalar(byte))) in a string"
        case .unknownEscape(let scalar): "backslash before \(Self.name(of: scalar))"
        case .malformedUnicodeEscape: "\\u without four hexadecimal digits"
        case .loneSurrogate(let unit): "lone surrogate \\u\(String(unit, radix: 16))"
        case .invalidUTF8: "invalid UTF-8"
        }
    }

    /// What to do about it, where that is not the same as what is wrong.
    var remedy: String? {
        switch self {
        case .byteOrderMark, .utf16, .invalidUTF8, .unexpectedCharacter("\0", _):
            "save the text as UTF-8 without BOM"
        case .unexpectedCharacter(let scalar, _):
            scalar.asciiLookalike.map { $0 == " " ? "write a plain space" : "write '\($0)'" }
        default: nil
        }
    }

    /// The character as it looks; by name too, if it looks like another or like nothing.
    private static func name(of scalar: Unicode.Scalar) -> String {
        let shown =
            scalar.isVisible
            ? "'\(scalar)'"
            : scalar.isASCII
                ? "byte 0x\(digits(of: scalar).suffix(2))" : "U+\(digits(of: scalar))"
        guard !scalar.isASCII, !scalar.isVisible || scalar.asciiLookalike != nil,
            let name = scalar.properties.name
        else { return shown }
        return "\(shown) (\(name.lowercased()))"
    }

    /// Four hexadecimal digits or more.
    private static func digits(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(4 - digits.utf8.count, 0)) + digits
    }

    private static func quoted(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(JSONLimits.quotedScalarsMax)
        let isWhole = start.endIndex == text.endIndex
        return JSON.string(isWhole ? text : String(start) + "…").text()
    }
}
