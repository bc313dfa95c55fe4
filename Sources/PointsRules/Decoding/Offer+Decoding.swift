import PointsCore

// MARK: - offers/*.json

extension Offer {
    private static let keys = [
        "id", "kind", "title", "segment", "effective", "channels", "grant", "rule", "cap",
    ]

    /// Reads an offer; `conditions` are those of the rules that it may tell of.
    init(
        _ object: RuleObject, header: RuleHeader, conditions: [(id: String, when: Condition)],
        in surroundings: RuleSurroundings
    ) {
        let segment = object.required("segment").name(
            of: "a segment", among: surroundings.segments)
        self.init(
            id: header.id, segment: segment, effective: header.effective,
            gift: Gift(
                object, header: header,
                of: surroundings.segments.contains(segment) ? segment : nil, conditions: conditions),
            channels: object.optional("channels")?.names(
                of: "a channel", among: surroundings.channels))
    }

    /// The members of an offer's file.
    static func members(of value: RuleValue) -> RuleObject { value.object(keys) }
}

extension Offer.Gift {
    fileprivate init(
        _ object: RuleObject, header: RuleHeader, of segment: String?,
        conditions: [(id: String, when: Condition)]
    ) {
        guard let rule = object.optional("rule") else {
            self = .grant(Offer.Grant(object, header: header))
            return
        }
        for key in ["grant", "cap"] {
            object.optional(key)?.complain(
                "a rule gives this offer, and says itself how much and how often")
        }
        let id = rule.name(of: "an earning or activity rule", among: conditions.map(\.id).sorted())
        if let segment, let found = conditions.first(where: { $0.id == id }),
            !found.when.needs(segment: segment)
        {
            rule.complain(
                expected: "a rule that asks for the segment \(segment) in its \"when\"")
        }
        self = .rule(id)
    }
}

extension Offer.Grant {
    fileprivate init(_ object: RuleObject, header: RuleHeader) {
        if object.optional("grant") == nil, object.members != nil {
            object.whole.complain(
                "of the two that an offer may have, \"rule\" is missing and \"grant\" is missing")
        }
        let grant = object.optional("grant")?.object(["points", "class", "validity"])
        let points = grant?.required("points").integer(1...RulesLimits.fixedPointsMax) ?? 1
        let cap = object.optional("cap")?.object(["perMember", "total"])
        let total = cap?.optional("total")
        let budget = total?.integer(1...RulesLimits.capPointsMax)
        if let budget, budget < points {
            total?.complain(
                ofWhole: "found \(budget), expected at least the \(points) points of one claim")
        }
        self.init(
            id: header.id, effective: header.effective, points: points,
            pointClass: grant?.optional("class").map { PointClass($0.name()) } ?? .standard,
            validity: grant?.optional("validity").map { Validity($0, of: header) },
            claimsPerMember: cap?.optional("perMember")?.integer(1...RulesLimits.claimsMax) ?? 1,
            budget: budget)
    }
}
