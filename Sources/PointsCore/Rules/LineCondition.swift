/// Which lines of a basket a rule looks at (`lines`).
package indirect enum LineCondition: Hashable, Sendable {
    /// Every part holds; with no parts, every line.
    case all([LineCondition])
    /// At least one part holds.
    case any([LineCondition])
    /// The part does not hold.
    case not(LineCondition)
    /// The line's category is one of these or lies under one of them: `food/dairy` is under `food`.
    case category([String])
    /// The line's article is one of these.
    case sku(Set<String>)

    /// Whether the condition holds for a line.
    package func holds(for line: BasketLine) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: line) }
        case .any(let parts): parts.contains { $0.holds(for: line) }
        case .not(let part): !part.holds(for: line)
        case .category(let paths):
            line.category.map { category in
                paths.contains { LineCondition.lies(category, under: $0) }
            } ?? false
        case .sku(let names): line.sku.map(names.contains) ?? false
        }
    }

    private static func lies(_ category: String, under path: String) -> Bool {
        guard category.utf8.starts(with: path.utf8) else { return false }
        let rest = category.utf8.dropFirst(path.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: "/")
    }
}
