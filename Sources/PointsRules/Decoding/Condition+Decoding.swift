import PointsCore

// MARK: - when

extension Condition {
    private static let keys = [
        "channel", "company", "store", "terminal", "tier", "dayOfMonth", "weekday", "dates",
        "timeOfDay", "orderTotal", "all", "any", "not",
    ]
    private static let unsupportedKeys = [
        "segment", "firstPurchase", "birthdayMonth", "ageRange", "paymentMethod", "memberSince",
    ]
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Reads when a rule applies; without a value, always.
    init(_ value: RuleValue?, in surroundings: RuleSurroundings) {
        guard let value else {
            self = .all([])
            return
        }
        let object = value.object(Condition.keys, unsupported: Condition.unsupportedKeys)
        // In the order of the list, not of the file: the order of keys means nothing.
        let parts = Condition.keys.compactMap { key in
            object.optional(key).map { Condition(key, $0, in: surroundings) }
        }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }

    private init(_ key: String, _ value: RuleValue, in surroundings: RuleSurroundings) {
        switch key {
        case "channel":
            self = .channel(value.names(of: "a channel", among: surroundings.channels))
        case "company":
            self = .company(value.names(of: "a company", among: surroundings.companies))
        case "store": self = .store(value.names())
        case "terminal": self = .terminal(value.names())
        case "tier": self = .tier(value.names(of: "a rank", among: surroundings.tiers))
        case "dayOfMonth":
            self = .dayOfMonth(Set(value.oneOrMore().map { Int($0.integer(1...31)) }))
        case "weekday": self = .weekday(Set(value.oneOrMore().map(Condition.weekday)))
        case "dates": self = .dates(value.oneOrMore().map(Condition.period))
        case "timeOfDay": self = Condition.timeOfDay(value)
        case "orderTotal": self = Condition.orderTotal(value)
        case "all": self = .all(Condition.parts(value, in: surroundings))
        case "any": self = .any(Condition.parts(value, in: surroundings))
        default: self = .not(Condition(nested: value, in: surroundings))
        }
    }

    private init(nested value: RuleValue, in surroundings: RuleSurroundings) {
        if value.isEmptyObject { value.complain("found no condition") }
        self.init(value, in: surroundings)
    }

    private static func parts(
        _ value: RuleValue, in surroundings: RuleSurroundings
    ) -> [Condition] {
        value.list().map { Condition(nested: $0, in: surroundings) }
    }

    private static func weekday(_ value: RuleValue) -> Int {
        if let number = value.wholeNumber, (1...7).contains(number) { return Int(number) }
        if let place = value.string.flatMap(weekdays.firstIndex) { return place + 1 }
        value.complain(expected: "a day of the week, mon to sun or 1 to 7")
        return 1
    }

    private static func period(_ value: RuleValue) -> ClosedRange<CivilDate> {
        if !value.isObject {
            let day = value.date()
            return day...day
        }
        let object = value.object(["from", "to"])
        let from = object.required("from").date()
        let to = object.required("to").date()
        guard from <= to else {
            value.complain(ofWhole: "the period ends on \(to), before it begins on \(from)")
            return from...from
        }
        return from...to
    }

    private static func timeOfDay(_ value: RuleValue) -> Condition {
        let object = value.object(["from", "to"])
        let from = object.required("from").minuteOfDay()
        let to = object.required("to").minuteOfDay(orMidnight: true)
        if from == to { value.complain(ofWhole: "the period ends when it begins") }
        return .timeOfDay(from: from, to: to)
    }

    private static func orderTotal(_ value: RuleValue) -> Condition {
        let object = value.object(["min", "max"])
        let amounts = 0...Yen.max.amount * Int64(CoreLimits.basketLinesMax)
        let min = object.optional("min")?.integer(amounts)
        let max = object.optional("max")?.integer(amounts)
        if min == nil, max == nil { value.complain("found neither \"min\" nor \"max\"") }
        if let min, let max, max < min {
            value.complain(ofWhole: "the greatest total \(max) is below the least, \(min)")
        }
        return .orderTotal(min: min, max: max)
    }
}
