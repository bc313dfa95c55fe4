import PointsCore

// MARK: - earn/*.json

extension EarnRule {
    private static let keys =
        RuleHeader.keys + ["award", "base", "rounding", "stacking", "grant", "caps"]

    /// Reads an earning rule.
    init(_ object: RuleObject, header: RuleHeader, in surroundings: RuleSurroundings) {
        let award = Award(object.required("award"), in: surroundings)
        EarnRule.complainOfIdleParts(object, of: award)
        let base = object.optional("base")?.object(["tax", "redeemed"])
        let rounding = object.optional("rounding")?.object(["stage", "mode"])
        let stacking = object.optional("stacking")?.object(["group", "pick", "priority"])
        let grant = object.optional("grant")?.object(
            ["class", "validity", "pending"])
        let pending = grant?.optional("pending").map { PendingPolicy(ofRule: $0) }
        let priorities =
            -RulesLimits.priorityMagnitudeMax...RulesLimits.priorityMagnitudeMax
        self.init(
            id: header.id, effective: header.effective, condition: header.condition,
            lines: header.lines, award: award,
            includesTax: base?.optional("tax")?.word(["excluded", "included"]) == "included",
            redeemed: base?.optional("redeemed")?.word(RedeemedBase.self) ?? .deduct,
            stage: rounding?.optional("stage")?.word(RoundingStage.self) ?? .order,
            rounding: rounding?.optional("mode")?.word(Rounding.self) ?? .floor,
            group: stacking?.optional("group")?.name() ?? header.id,
            pick: stacking?.optional("pick")?.word(Pick.self) ?? .all,
            priority: stacking?.optional("priority")?.integer(priorities) ?? 0,
            pointClass: grant?.optional("class").map { PointClass($0.name()) } ?? .standard,
            validity: grant?.optional("validity").map {
                Validity($0, of: header, waiting: pending)
            },
            pending: pending,
            caps: object.optional("caps")?.caps() ?? [])
    }

    /// The members of an earning rule's file.
    static func members(of value: RuleValue) -> RuleObject {
        value.object(keys)
    }

    /// Parts that would change nothing are mistakes: whoever wrote them expects that they do.
    private static func complainOfIdleParts(_ object: RuleObject, of award: Award) {
        switch award {
        case .rate: break
        case .fixed, .perItem:
            for key in ["base", "rounding"] {
                object.optional(key)?.complain("only awards for money have \"\(key)\"")
            }
        case .multiply, .addPercent:
            for key in ["lines", "base"] {
                object.optional(key)?.complain(
                    "a rule that builds on others has no \"\(key)\"; those others have")
            }
            if let stage = object.optional("rounding")?.peek("stage"), stage.string != "order" {
                stage.complain("a rule that builds on others is rounded once for the order")
            }
        }
    }
}
