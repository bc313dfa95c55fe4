/// One top-level type in a file named after it; extensions stand behind their type or in
/// `Type+Topic.swift`, which may extend further types for the same topic.
enum TypePerFileCheck {
    static func findings(in source: SwiftSource) -> [Finding] {
        let depths = source.braceDepths
        let declared = source.tokens.indices.filter { index in
            depths[index] == 0 && SwiftWords.types.contains(source.tokens[index].text)
                && source.isKeyword(at: index) && source.token(index + 1)?.kind == .word
        }
        let extended = source.tokens.indices.filter { index in
            depths[index] == 0 && source.tokens[index].isWord("extension")
                && source.isKeyword(at: index)
        }
        let owner = String(source.baseName.prefix { $0 != "+" })
        let isExtensionFile = owner != source.baseName
        var findings: [Finding] = []
        if declared.isEmpty && extended.isEmpty {
            findings.append(source.finding(1, "the file has neither a type nor an extension"))
        } else if declared.isEmpty && !isExtensionFile {
            findings.append(
                source.finding(1, "no type `\(owner)` here: name the file `Type+Topic.swift`"))
        }
        for (place, index) in declared.enumerated() {
            let (name, line) = (source.tokens[index + 1].text, source.tokens[index].line)
            if isExtensionFile {
                findings.append(source.finding(line, "`\(name)` wants a file of its own"))
            } else if place > 0 {
                findings.append(source.finding(line, "`\(name)` is a second top-level type"))
            } else if name != owner {
                findings.append(
                    source.finding(line, "`\(name)` is not what the file is named after"))
            }
        }
        let strangers = extended.filter { extendedType(after: $0, in: source) != owner }
        if !isExtensionFile || strangers.count == extended.count {
            findings += strangers.map { index in
                let name = extendedType(after: index, in: source)
                let complaint = "the extension of `\(name)` wants a `\(name)+….swift`"
                return source.finding(source.tokens[index].line, complaint)
            }
        }
        return findings
    }

    /// `Array` for `extension Array.Index` and for `extension [Int]`.
    private static func extendedType(after index: Int, in source: SwiftSource) -> String {
        guard let next = source.token(index + 1) else { return "" }
        guard next.isMark("["), let end = source.closing("[", "]", from: index + 1) else {
            return next.text
        }
        return source.tokens[index...end].contains { $0.isMark(":") } ? "Dictionary" : "Array"
    }
}
