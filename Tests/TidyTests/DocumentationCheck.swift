/// Every `package` declaration, and every requirement of a `package` protocol, has a `///` comment.
enum DocumentationCheck {
    static func findings(in source: SwiftSource) -> [Finding] {
        source.tokens.indices.flatMap { index -> [Int] in
            guard source.tokens[index].isWord("package"), source.isKeyword(at: index),
                let keyword = declaration(at: index, in: source)
            else { return [] }
            switch source.tokens[keyword].text {
            case "import", "extension": return []
            case "protocol": return [index] + requirements(ofProtocolAt: keyword, in: source)
            default: return [index]
            }
        }
        .filter { !isDocumented(line: source.tokens[$0].line, in: source) }
        .map { source.finding(source.tokens[$0].line, "no `///` comment on what is `package`") }
    }

    /// The index of the declaration's keyword behind the modifiers that begin at `index`.
    private static func declaration(at index: Int, in source: SwiftSource) -> Int? {
        var next = index
        while let token = source.token(next), token.kind == .word {
            let isTypeMember =
                token.isWord("class") && source.token(next + 1)?.isWord("func") == true
            if SwiftWords.declarations.contains(token.text) && !isTypeMember { return next }
            guard SwiftWords.modifiers.contains(token.text) || isTypeMember else { return nil }
            next += 1
            if source.token(next)?.isMark("(") == true {  // `private(set)`
                next = source.closing("(", ")", from: next).map { $0 + 1 } ?? next
            }
        }
        return nil
    }

    private static func requirements(ofProtocolAt index: Int, in source: SwiftSource) -> [Int] {
        guard let open = source.tokens[index...].firstIndex(where: { $0.isMark("{") }),
            let close = source.closing("{", "}", from: open)
        else { return [] }
        let depths = source.braceDepths
        return (open...close).filter { place in
            depths[place] == depths[open] + 1 && source.isKeyword(at: place)
                && ["associatedtype", "func", "init", "subscript", "var"].contains(
                    source.tokens[place].text)
        }
    }

    /// Looks above the line, over attributes on lines of their own.
    private static func isDocumented(line: Int, in source: SwiftSource) -> Bool {
        for text in source.lines.prefix(line - 1).reversed() {
            let start = text.drop { $0 == " " }
            if !start.hasPrefix("@") { return start.hasPrefix("///") }
        }
        return false
    }
}
