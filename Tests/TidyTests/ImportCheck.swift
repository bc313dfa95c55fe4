/// Each target imports what the table of targets allows, and the core nothing at all.
enum ImportCheck {
    static func findings(in source: SwiftSource) -> [Finding] {
        guard let target = Target.table.first(where: { $0.name == source.target }) else {
            return [source.finding(1, "`\(source.target)` is not in the table of targets")]
        }
        return imports(in: source).compactMap { line, module in
            target.mayImport(module)
                ? nil : source.finding(line, "\(target.name) may not import \(module)")
        }
    }

    /// Every import with its line, whatever attributes, modifiers and kind stand around it.
    static func imports(in source: SwiftSource) -> [(line: Int, module: String)] {
        let depths = source.braceDepths
        return source.tokens.indices.compactMap { index in
            guard depths[index] == 0, source.tokens[index].isWord("import"),
                source.isKeyword(at: index),
                let next = source.token(index + 1)
            else { return nil }
            // `import struct Foundation.Date`
            let isScoped = SwiftWords.declarations.contains(next.text) && next.kind == .word
            let module = isScoped ? source.token(index + 2) ?? next : next
            return (source.tokens[index].line, module.text)
        }
    }
}
