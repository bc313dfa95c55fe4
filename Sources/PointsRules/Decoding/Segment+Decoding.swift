import PointsCore

// MARK: - segments/*.json

extension Segment {
    private static let keys = ["id", "kind", "title", "purpose", "company", "who", "examples"]

    /// Reads a segment.
    init(_ object: RuleObject, in surroundings: RuleSurroundings) {
        _ = object.required("kind").word(["segment"])
        let purpose = object.required("purpose")
        if surroundings.purposes == nil {
            purpose.complain(
                "there is no consents.json: a segment needs a consent that members are asked for")
        }
        let purposes = surroundings.purposes ?? [:]
        let name = purpose.name(of: "a purpose", among: purposes.keys.sorted())
        self.init(
            id: RuleHeader.id(of: object), purpose: name,
            company: object.required("company").name(
                of: "a company that asks for it", among: purposes[name] ?? []),
            who: SegmentCondition(object.required("who"), in: surroundings))
    }

    /// The members of a segment's file.
    static func members(of value: RuleValue) -> RuleObject { value.object(keys) }
}

extension SegmentCondition {
    private static let keys = [
        "status", "tier", "memberSince", "channel", "crossChannel", "recencyDays", "frequency",
        "spend", "paid", "points", "expiring", "birthdayMonth", "ageRange", "all", "any", "not",
    ]
    private static let statuses = [MemberStatus.active, .provisional, .suspended]

    /// Reads who belongs to a segment.
    init(_ value: RuleValue, in surroundings: RuleSurroundings) {
        if value.isEmptyObject { value.complain("found no condition") }
        let object = value.object(SegmentCondition.keys)
        let parts = SegmentCondition.keys.compactMap { key in
            object.optional(key).map { SegmentCondition(key, $0, in: surroundings) }
        }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }

    private init(_ key: String, _ value: RuleValue, in surroundings: RuleSurroundings) {
        switch key {
        case "status":
            let words = SegmentCondition.statuses.map(\.rawValue)
            self = .status(
                Set(value.oneOrMore().compactMap { MemberStatus(rawValue: $0.word(words)) }))
        case "tier": self = .tier(value.names(of: "a rank", among: surroundings.tiers))
        case "memberSince": self = .memberSince(MembershipAge(value))
        case "channel":
            self = .channel(value.names(of: "a channel", among: surroundings.channels))
        case "crossChannel": self = .crossChannel(value.truth())
        case "recencyDays":
            self = .recencyDays(
                value.bound(of: "number of days", in: 0...RulesLimits.daysMax).bound)
        case "points":
            self = .points(value.bound(of: "number", in: 0...Points.max.count).bound)
        case "expiring":
            let (object, bound) = value.bound(
                with: ["withinDays"], of: "number", in: 0...Points.max.count)
            self = .expiring(
                bound,
                withinDays: Int(object.required("withinDays").integer(0...RulesLimits.daysMax)))
        case "birthdayMonth":
            self = value.truth() ? .person(.birthdayMonth) : .not(.person(.birthdayMonth))
        case "ageRange": self = .person(.age(Condition.ages(value)))
        case "all": self = .all(value.list().map { SegmentCondition($0, in: surroundings) })
        case "any": self = .any(value.list().map { SegmentCondition($0, in: surroundings) })
        case "not": self = .not(SegmentCondition(value, in: surroundings))
        default: self = .bought(Bought(key, value, in: surroundings))
        }
    }
}

extension SegmentCondition.Bought {
    fileprivate init(_ key: String, _ value: RuleValue, in surroundings: RuleSurroundings) {
        let (object, bound) = value.bound(
            with: ["withinDays", "channel"], of: "amount", in: 0...RulesLimits.boughtMax)
        let days = 1...Int64(CoreLimits.purchaseDaysKept)
        self.init(
            SegmentCondition.Figure(rawValue: key) ?? .frequency, bound,
            withinDays: object.optional("withinDays").map { Int($0.integer(days)) },
            channels: object.optional("channel")?.names(
                of: "a channel", among: surroundings.channels))
    }
}
