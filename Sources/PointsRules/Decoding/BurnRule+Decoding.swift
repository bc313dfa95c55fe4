import PointsCore

// MARK: - burn/*.json

extension BurnRule {
    private static let keys =
        RuleHeader.keys + [
            "min", "unit", "maxPercentOfOrder", "maxPoints", "lineLimits", "tax", "shipping",
        ]
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
            maxPoints: maxPoints?.integer(points),
            lineLimits: object.optional("lineLimits")?.list().map { LineLimit($0) } ?? [],
            paysTax: object.optional("tax")?.truth() ?? true,
            paysShipping: object.optional("shipping")?.truth() ?? true)
        if let most = self.maxPoints, most < min {
            maxPoints?.complain(ofWhole: "found \(most), fewer than the least, \(min)")
        }
    }

    /// The members of a redemption rule's file.
    static func members(of value: RuleValue) -> RuleObject {
        value.object(keys, elsewhere: misplacedKeys)
    }
}

extension BurnRule.LineLimit {
    /// Reads how much of some lines points may pay.
    fileprivate init(_ value: RuleValue) {
        let object = value.object(["lines", "maxPercent"])
        self.init(
            lines: LineCondition(object.required("lines")),
            maxPercent: object.required("maxPercent").integer(0...100))
    }
}
