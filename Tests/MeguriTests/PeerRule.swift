import PointsJSON

/// The file of a rule that a case asks for, of which every part can be told.
struct PeerRule {
    /// The path of the file without its ending.
    let id: String
    private(set) var file: JSONObject

    /// A rule that gives points.
    static func earning(_ name: String, _ award: JSON) -> PeerRule {
        PeerRule("earn", name, example: "points").with("award", award)
    }

    /// A rule that gives so many points to each order.
    static func fixed(_ name: String, _ points: Int64) -> PeerRule {
        earning(name, ["type": "fixed", "points": .integer(points)])
    }

    /// A rule that gives points for every so much money, tax included, or only for whole steps of it.
    static func rate(
        _ name: String, _ points: Int64, per money: Int64, inSteps: Bool = false
    ) -> PeerRule {
        earning(
            name,
            [
                "type": "rate", "points": .integer(points), "per": .integer(money),
                "unit": .bool(inSteps),
            ]
        ).with("base", ["tax": "included"])
    }

    /// A rule that gives a share of the money, tax included, rounded as a case says.
    static func percent(
        _ name: String, _ percent: Int64, rounding: String = "floor", stage: String = "order",
        redeemed: String = "deduct"
    ) -> PeerRule {
        earning(name, ["type": "percent", "percent": .integer(percent * 100)])
            .with("base", ["tax": "included", "redeemed": .string(redeemed)])
            .rounded(rounding, stage: stage)
    }

    /// A rule that gives what a multiple of others' points is more than these.
    static func multiplier(_ name: String, by factor: JSON, of sources: [PeerRule]) -> PeerRule {
        earning(
            name,
            [
                "type": "multiply", "by": factor,
                "of": .array(sources.map { .string($0.id) }),
            ])
    }

    /// A rule by which points pay, within limits if any are told.
    static func redemption(_ limits: JSONObject = [:]) -> PeerRule {
        limits.members.reduce(PeerRule("burn", "base", example: "redeemable")) {
            $0.with($1.key, $1.value)
        }
    }

    /// The example is a sale before the rules were in force, so that it comes out whatever they are.
    private init(_ kind: String, _ name: String, example: String) {
        id = "\(kind)/\(name)"
        file = [
            "id": .string(id), "kind": .string(kind), "title": ["ja": "規則", "en": "Rule"],
            "effective": ["from": "2020-01-01"],
            "examples": [
                [
                    "name": "before", "expect": .object([example: 0]),
                    "given": [
                        "channel": "store", "occurredAt": "2019-12-31T12:00:00+09:00",
                        "lines": [["amount": 100, "taxRate": 10]],
                    ],
                ]
            ],
        ]
    }

    /// The rule with another part.
    func with(_ part: String, _ value: JSON) -> PeerRule {
        var rule = self
        rule.file[part] = value
        return rule
    }

    /// The rule with its fractions rounded as peers name it: `round` is half up.
    func rounded(_ mode: String, stage: String = "order") -> PeerRule {
        with(
            "rounding",
            ["stage": .string(stage), "mode": .string(mode == "round" ? "half_up" : mode)])
    }

    /// The rule as one of a group, of which the best or the first counts.
    func competing(in group: String, pick: String = "best", priority: Int64 = 0) -> PeerRule {
        with(
            "stacking",
            [
                "group": .string(group), "pick": .string(pick), "priority": .integer(priority),
            ])
    }
}
