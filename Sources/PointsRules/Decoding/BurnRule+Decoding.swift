import PointsCore

// MARK: - burn/*.json

extension BurnRule {
    private static let keys =
        RuleHeader.keys + ["min", "unit", "maxPercentOfOrder", "maxPoints"]
    private static let unsupportedKeys = ["tax", "shipping"]
    private static let misplacedKeys = [
        "tier": "\"tier\" belongs into \"when\"", "channel": "\"channel\" belongs into \"when\"",
    ]

    /// Reads a redemption rule.
    init(_ object: RuleObject, header: RuleHeader) {
        let points = 1...Points.max.count
        let maxPoints = object.optional("maxPoints")
        let min = object.optional("min")?.integer(points) ?? 1
        self.init(
            id: header.id, effective: header.effective, condition: header.condition,
            lines: header.lines, min: min,
            unit: object.optional("unit")?.integer(points) ?? 1,
            maxPercentOfOrder: object.optional("maxPercentOfOrder")?.integer(1...100) ?? 100,
            maxPoints: maxPoints?.integer(points))
        if let most = self.maxPoints, most < min {
            maxPoints?.complain(ofWhole: "found \(most), fewer than the least, \(min)")
        }
    }

    /// The members of a redemption rule's file.
    static func members(of value: RuleValue) -> RuleObject {
        value.object(keys, unsupported: unsupportedKeys, elsewhere: misplacedKeys)
    }
}
