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

    /// How closely the condition describes a line: an article more than a category, a category more than the one above it,
    /// anything more than no description; `nil` if it does not hold.
    package func closeness(to line: BasketLine) -> Int? {
        switch self {
        case .all(let parts):
            var closest = 0
            for part in parts {
                guard let closeness = part.closeness(to: line) else { return nil }
                closest = max(closest, closeness)
            }
            return closest
        case .any(let parts):
            var closest: Int?
            for part in parts {
                guard let closeness = part.closeness(to: line) else { continue }
                closest = max(closest ?? 0, closeness)
            }
            return closest
        case .not(let part): return part.holds(for: line) ? nil : 0
        case .category(let paths):
            guard let category = line.category else { return nil }
            var closest: Int?
            for path in paths where LineCondition.lies(category, under: path) {
                closest = max(closest ?? 0, LineCondition.depth(of: path))
            }
            return closest
        case .sku: return holds(for: line) ? LineCondition.articleCloseness : nil
        }
    }

    /// An article lies deeper than any category can.
    static let articleCloseness = CoreLimits.nameBytesMax + 1

    /// Steps of a category path.
    static func depth(of path: String) -> Int {
        path.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) }
    }

    /// Composed and decomposed letters are the same (Unicode canonical equivalence), as everywhere else for names.
    private static func lies(_ category: String, under path: String) -> Bool {
        if category.utf8.starts(with: path.utf8) {
            let rest = category.utf8.dropFirst(path.utf8.count)
            if rest.isEmpty || rest.first == UInt8(ascii: "/") { return true }
        }
        // Most names are plain ASCII, which has but one form.
        let isPlain = path.utf8.allSatisfy { $0 < 0x80 } && category.utf8.allSatisfy { $0 < 0x80 }
        return !isPlain && (category == path || category.hasPrefix(path + "/"))
    }
}
