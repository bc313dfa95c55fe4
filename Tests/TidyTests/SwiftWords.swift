/// The words of the language that the checks look for.
enum SwiftWords {
    static let types: Set = ["actor", "class", "enum", "protocol", "struct"]

    /// What can stand in a declaration after its modifiers.
    static let declarations = types.union([
        "associatedtype", "case", "deinit", "extension", "func", "import", "init", "let",
        "subscript",
        "typealias", "var",
    ])

    static let modifiers: Set = [
        "borrowing", "consuming", "convenience", "distributed", "dynamic", "fileprivate", "final",
        "indirect", "infix", "internal", "isolated", "lazy", "mutating", "nonisolated",
        "nonmutating",
        "open", "optional", "override", "package", "postfix", "prefix", "private", "public",
        "required", "static", "unowned", "weak",
    ]
}
