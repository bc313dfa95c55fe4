import PointsCore

// MARK: - lines

extension LineCondition {
    private static let keys = ["category", "sku", "all", "any", "not"]

    /// Reads which lines a rule looks at; without a value, all.
    init(_ value: RuleValue?) {
        guard let value else {
            self = .all([])
            return
        }
        let object = value.object(LineCondition.keys)
        // In the order of the list, not of the file: the order of keys means nothing.
        let parts = LineCondition.keys.compactMap { key in
            object.optional(key).map { LineCondition(key, $0) }
        }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }

    private init(_ key: String, _ value: RuleValue) {
        switch key {
        case "category": self = .category(value.oneOrMore().map { $0.categoryPath() })
        case "sku": self = .sku(value.names())
        case "all": self = .all(LineCondition.parts(value))
        case "any": self = .any(LineCondition.parts(value))
        default: self = .not(LineCondition(nested: value))
        }
    }

    private init(nested value: RuleValue) {
        if value.isEmptyObject { value.complain("found no condition") }
        self.init(value)
    }

    private static func parts(_ value: RuleValue) -> [LineCondition] {
        value.list().map(LineCondition.init(nested:))
    }
}

extension RuleValue {
    /// A path such as `food/dairy`.
    fileprivate func categoryPath() -> String {
        let path = name()
        if path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .contains(where: \.isEmpty), !path.isEmpty
        {
            complain(expected: "a path such as \"food/dairy\"")
        }
        return path
    }
}
