import PointsCore
import PointsJSON

// MARK: - tiers.json

extension TierPolicy {
    private static let keys = [
        "metric", "window", "channels", "currentOrder", "keep", "review", "demotion", "tiers",
        "examples",
    ]

    /// Reads the ranks.
    init(_ object: RuleObject, in surroundings: RuleSurroundings) {
        let metric = TierMetric(object.required("metric"))
        let window = Window(object.required("window"))
        let reviewDays = object.optional("review")?.reviewDays(window) ?? []
        let isKept = window.isRolling && object.optional("review") == nil
        let keep = isKept ? object.required("keep") : object.optional("keep")
        let currentOrder = object.optional("currentOrder")
        if metric == .points, currentOrder?.json?.bool == true {
            currentOrder?.complain(
                "what a sale earns depends on the rank; it cannot count towards it beforehand")
        }
        self.init(
            metric: metric, window: window,
            channels: object.optional("channels")?.names(
                of: "a channel", among: surroundings.channels),
            countsCurrentOrder: currentOrder?.truth() ?? false,
            keepMonths: keep.map {
                Int(
                    $0.object(["months"]).required("months")
                        .integer(1...RulesLimits.tierKeepMonthsMax))
            } ?? 0,
            reviewDays: reviewDays,
            demotion: object.required("demotion").word(Demotion.self),
            tiers: object.required("tiers").tiers())
    }

    /// The members of the file.
    static func members(of value: RuleValue) -> RuleObject { value.object(keys) }
}

extension TierMetric {
    fileprivate init(_ value: RuleValue) {
        let object = value.object(["of", "tax"])
        let word = object.required("of").word(["spend", "points", "visits"])
        let tax = object.optional("tax")
        if word != "spend" { tax?.complain("only \"of\": \"spend\" has \"tax\"") }
        let includesTax = tax?.word(["excluded", "included"]) == "included"
        switch word {
        case "points": self = .points
        case "visits": self = .visits
        default: self = includesTax ? .spendWithTax : .spendWithoutTax
        }
    }
}

extension TierPolicy.Window {
    /// Periods of the calendar must fill a year, or they would not begin in the same months each year.
    private static let periods: [Int64] = [1, 2, 3, 4, 6, 12]

    fileprivate init(_ value: RuleValue) {
        let object = value.object(["style", "months", "startsIn"])
        let isRolling = object.required("style").word(["rolling", "calendar"]) == "rolling"
        let written = object.required("months")
        let months = written.integer(1...Int64(CoreLimits.tierWindowMonthsMax))
        let first = object.optional("startsIn")
        guard !isRolling else {
            first?.complain("only \"style\": \"calendar\" has a first month")
            self = .rolling(months: Int(months))
            return
        }
        if !Self.periods.contains(months) {
            written.complain(expected: Wording.oneOf(Self.periods.map { "\($0)" }))
        }
        self = .calendar(months: Int(months), startingIn: Int(first?.integer(1...12) ?? 1))
    }

    fileprivate var isRolling: Bool {
        if case .rolling = self { true } else { false }
    }
}

extension RuleValue {
    fileprivate func reviewDays(_ window: TierPolicy.Window) -> [TierPolicy.ReviewDay] {
        if !window.isRolling {
            complain("periods of the calendar are reviewed when they end, not on other days")
        }
        return object(["on"]).required("on").list(max: RulesLimits.reviewDaysMax).map {
            $0.reviewDay()
        }
    }

    private func reviewDay() -> TierPolicy.ReviewDay {
        // 2001 has no 29 February, as most years.
        guard let text = string, let date = CivilDate("2001-" + text) else {
            complain(expected: "a day that every year has, such as \"04-01\"")
            return TierPolicy.ReviewDay(month: 1, day: 1)
        }
        return TierPolicy.ReviewDay(month: date.components.month, day: date.components.day)
    }

    fileprivate func tiers() -> [TierPolicy.Tier] {
        var tiers: [TierPolicy.Tier] = []
        for entry in list(max: RulesLimits.tiersMax) {
            let object = entry.object(["id", "title", "from", "benefits", "replaces"])
            let (id, replaced) = (object.required("id"), object.optional("replaces"))
            let from = object.required("from")
            let tier = TierPolicy.Tier(
                id: id.name(), title: Caption(object.required("title")),
                from: from.integer(0...RulesLimits.tierFromMax),
                benefits: object.optional("benefits")?.list().map { Caption($0) } ?? [],
                replaces: replaced?.names().sorted() ?? [])
            if tiers.contains(where: { $0.names.contains(tier.id) }) {
                id.complain("there is a rank of this name already")
            }
            let taken = Set(tiers.flatMap(\.names) + [tier.id])
            for name in tier.replaces where taken.contains(name) {
                replaced?.complain("there is a rank of the name \"\(name)\"")
            }
            if let below = tiers.last, tier.from <= below.from {
                from.complain(expected: "more than \(below.from), which \"\(below.id)\" needs")
            } else if tiers.isEmpty, tier.from != 0 {
                from.complain(expected: "0, for the lowest rank is everybody's")
            }
            tiers.append(tier)
        }
        guard !tiers.isEmpty else {
            return [TierPolicy.Tier(id: "", title: Caption(ja: "", en: ""), from: 0)]
        }
        return tiers
    }
}
