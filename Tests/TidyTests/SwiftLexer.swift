/// Splits Swift text into tokens, as far as the house rules need it.
///
/// It understands nested comments, plain, raw and multi-line strings with interpolations,
/// backticks and regular expression literals, so that nothing inside them is taken for code.
struct SwiftLexer {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var tokens: [SwiftToken] = []
    private var endOfLastToken = -1

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    static func tokens(of text: String) -> [SwiftToken] {
        var lexer = SwiftLexer(text)
        lexer.readCode(untilParenthesis: false)
        return lexer.tokens
    }
}

// MARK: - Code

extension SwiftLexer {
    /// Reads to the end of the text or, inside an interpolation, to its closing parenthesis.
    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "/") where startsWith("//"): skipLine()
            case UInt8(ascii: "/") where startsWith("/*"): skipBlockComment()
            case UInt8(ascii: "/") where startsRegex: readRegex(hashes: 0)
            case UInt8(ascii: "\""): readString(hashes: 0)
            case UInt8(ascii: "#") where hashesBefore("\"") > 0:
                readString(hashes: hashesBefore("\""))
            case UInt8(ascii: "#") where hashesBefore("/") > 0: readRegex(hashes: hashesBefore("/"))
            case UInt8(ascii: "`"): readQuotedWord()
            case _ where Self.isWord(byte): readWord()
            case _ where Self.isSpace(byte): advance()
            default:
                depth += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
                if untilParenthesis && depth < 0 { return }
                append(.punctuation, from: position, to: position + 1)
            }
        }
    }

    private mutating func readWord() {
        var end = position
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
        append(.word, from: position, to: end)
    }

    private mutating func readQuotedWord() {
        var end = position + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "`") { end += 1 }
        append(.quotedWord, from: position, to: min(end + 1, bytes.count))
    }

    private mutating func skipLine() {
        while let byte = peek(), byte != UInt8(ascii: "\n") { advance() }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            let delta = startsWith("/*") ? 1 : startsWith("*/") ? -1 : 0
            depth += delta
            advance(by: delta == 0 ? 1 : 2)
        } while depth > 0 && peek() != nil
    }
}

// MARK: - Literals

extension SwiftLexer {
    private mutating func readString(hashes: Int) {
        let (start, startLine) = (position, line)
        advance(by: hashes)
        let isMultiline = startsWith("\"\"\"")
        let quotes = isMultiline ? "\"\"\"" : "\""
        advance(by: quotes.utf8.count)
        let content = position
        let end = quotes + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        let place = tokens.count
        while let byte = peek(), !startsWith(end) {
            if startsWith(escape + "(") {
                advance(by: escape.utf8.count + 1)
                readCode(untilParenthesis: true)
                advance()
            } else if startsWith(escape) {
                advance(by: escape.utf8.count + 1)
            } else if byte == UInt8(ascii: "\n") && !isMultiline {
                break  // Not Swift; go on with the next line.
            } else {
                advance()
            }
        }
        let text = String(decoding: bytes[content..<min(position, bytes.count)], as: UTF8.self)
        advance(by: end.utf8.count)
        let token = SwiftToken(
            kind: .string, text: text, line: startLine, isAttached: start == endOfLastToken)
        tokens.insert(token, at: place)
        endOfLastToken = position
    }

    /// A `/` begins a regular expression where no operand stands before it and no space behind it.
    private var startsRegex: Bool {
        guard position + 1 < bytes.count, !Self.isSpace(bytes[position + 1]) else { return false }
        guard let last = tokens.last else { return true }
        let isOperatorBefore =
            last.kind == .punctuation && !["\"", ")", "]", "}", "."].contains(last.text)
        guard isOperatorBefore || last.isWord("return") || last.isWord("in") else { return false }
        let rest = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        return rest.contains(UInt8(ascii: "/"))
    }

    private mutating func readRegex(hashes: Int) {
        let (start, startLine) = (position, line)
        let end = "/" + String(repeating: "#", count: hashes)
        advance(by: end.utf8.count)
        while peek() != nil, !startsWith(end) {
            advance(by: startsWith("\\") ? 2 : 1)
        }
        advance(by: end.utf8.count)
        tokens.append(
            SwiftToken(
                kind: .string, text: "", line: startLine, isAttached: start == endOfLastToken))
        endOfLastToken = position
    }

    /// How many `#` stand here, if `mark` follows them; otherwise 0.
    private func hashesBefore(_ mark: Character) -> Int {
        let count = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
        let next = position + count
        return next < bytes.count && bytes[next] == mark.asciiValue ? count : 0
    }
}

// MARK: - Bytes

extension SwiftLexer {
    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private func startsWith(_ text: String) -> Bool {
        bytes[min(position, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func advance(by count: Int = 1) {
        for _ in 0..<count where position < bytes.count {
            line += bytes[position] == UInt8(ascii: "\n") ? 1 : 0
            position += 1
        }
    }

    private mutating func append(_ kind: SwiftToken.Kind, from start: Int, to end: Int) {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        tokens.append(
            SwiftToken(kind: kind, text: text, line: line, isAttached: start == endOfLastToken))
        advance(by: end - start)
        endOfLastToken = end
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0d).contains(byte)
    }
}
