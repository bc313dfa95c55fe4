/// Files under 300 lines, functions under 70.
enum LengthCheck {
    static let fileLinesMax = 300
    /// From the line of `func` to the line of its closing brace.
    static let functionLinesMax = 70

    static func findings(in source: SwiftSource) -> [Finding] {
        var findings: [Finding] = []
        if source.lines.count > fileLinesMax {
            let complaint = "the file has \(source.lines.count) lines; \(fileLinesMax) are allowed"
            findings.append(source.finding(fileLinesMax + 1, complaint))
        }
        for index in source.tokens.indices {
            guard let end = bodyEnd(ofFunctionAt: index, in: source) else { continue }
            let line = source.tokens[index].line
            let count = source.tokens[end].line - line + 1
            if count > functionLinesMax {
                let complaint = "the function has \(count) lines; \(functionLinesMax) are allowed"
                findings.append(source.finding(line, complaint))
            }
        }
        return findings
    }
}

// MARK: - Where a function ends

extension LengthCheck {
    private static let functions: Set = ["deinit", "func", "init", "subscript", "var"]

    /// The index of the brace that closes the body of the function declared at `index`, if one is.
    private static func bodyEnd(ofFunctionAt index: Int, in source: SwiftSource) -> Int? {
        let keyword = source.tokens[index]
        guard functions.contains(keyword.text), source.isKeyword(at: index) else { return nil }
        var next = index + 1
        while let token = source.token(next) {
            if token.isMark("(") || token.isMark("[") {
                let close = token.text == "(" ? ")" : "]"
                guard let end = source.closing(token.text, close, from: next) else { return nil }
                next = end
            } else if token.isMark("{") {
                return source.closing("{", "}", from: next)
            } else if endsSignature(token, of: keyword) {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// Whether `token` shows that the declaration has no body: a requirement, or a stored property.
    private static func endsSignature(_ token: SwiftToken, of keyword: SwiftToken) -> Bool {
        if token.isMark("}") || token.isMark(";") { return true }
        if token.isMark("=") && keyword.text == "var" { return true }
        guard token.kind == .word, token.line > keyword.line else { return false }
        return SwiftWords.declarations.contains(token.text)
            || SwiftWords.modifiers.contains(token.text)
    }
}
