/// No `public` and `open`, no `try!`, no `as!`, no forced unwrapping (swift-format looks away in tests).
enum ForbiddenCodeCheck {
    static func findings(in source: SwiftSource) -> [Finding] {
        source.tokens.indices.compactMap { index in
            complaint(at: index, in: source).map { source.finding(source.tokens[index].line, $0) }
        }
    }

    private static func complaint(at index: Int, in source: SwiftSource) -> String? {
        let token = source.tokens[index]
        let next = source.token(index + 1)
        if token.isWord("public") && source.isKeyword(at: index) {
            return "nothing is `public`: shared declarations are `package`"
        }
        if token.isWord("open") && source.isKeyword(at: index), let next, next.line == token.line,
            SwiftWords.declarations.union(SwiftWords.modifiers).contains(next.text)
        {
            return "nothing is `open`: shared declarations are `package`"
        }
        guard token.isMark("!"), token.isAttached, let before = source.token(index - 1) else {
            return nil
        }
        if next?.isMark("=") == true && next?.isAttached == true { return nil }
        if before.isWord("try") || before.isWord("as") {
            return "`\(before.text)!`: handle the failure"
        }
        let isOperand =
            before.kind != .punctuation || [")", "]", "}", ">", "?"].contains(before.text)
        return isOperand ? "forced unwrapping: handle nil" : nil
    }
}
