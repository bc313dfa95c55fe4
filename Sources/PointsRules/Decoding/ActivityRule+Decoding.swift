import PointsCore

// MARK: - activities/*.json

extension ActivityRule {
    private static let keys =
        RuleHeader.keys.filter { $0 != "lines" } + [
            "activity", "oncePer", "award", "stacking", "grant", "caps",
        ]
    private static let misplacedKeys = [
        "lines": "an activity has no lines: only a purchase has a basket",
        "base": "an activity has no money to look at: only a purchase has a basket",
        "rounding": "an activity gives whole points: there is nothing to round",
    ]
    private static let misplacedGrants = [
        "pending": "points of an activity count at once: there is no shipment to wait for"
    ]

    /// Reads a rule for activities.
    init(_ object: RuleObject, header: RuleHeader, in surroundings: RuleSurroundings) {
        let award = object.required("award").object(["type", "points"])
        _ = award.required("type").word(["fixed"])
        let stacking = object.optional("stacking")?.object(["group", "pick", "priority"])
        let grant = object.optional("grant")?.object(
            ["class", "validity"], elsewhere: ActivityRule.misplacedGrants)
        let priorities =
            -RulesLimits.priorityMagnitudeMax...RulesLimits.priorityMagnitudeMax
        self.init(
            id: header.id, effective: header.effective,
            activities: object.required("activity").names(
                of: "an activity of the program", among: surroundings.activities),
            condition: header.condition,
            isOncePerSubject: object.optional("oncePer")?.word(["subject"]) == "subject",
            points: award.required("points").integer(1...RulesLimits.fixedPointsMax),
            group: stacking?.optional("group")?.name() ?? header.id,
            pick: stacking?.optional("pick")?.word(EarnRule.Pick.self) ?? .all,
            priority: stacking?.optional("priority")?.integer(priorities) ?? 0,
            pointClass: grant?.optional("class").map { PointClass($0.name()) } ?? .standard,
            validity: grant?.optional("validity").map { Validity($0, of: header) },
            caps: object.optional("caps")?.caps(butNotPerOrder: true) ?? [])
    }

    /// The members of an activity rule's file.
    static func members(of value: RuleValue) -> RuleObject {
        value.object(keys, elsewhere: misplacedKeys)
    }
}
