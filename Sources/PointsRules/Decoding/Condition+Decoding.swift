import PointsCore

// MARK: - when

extension Condition {
    private static let keys = [
        "channel", "company", "store", "terminal", "tier", "dayOfMonth", "weekday", "dates",
        "timeOfDay", "orderTotal", "basket", "paymentMethod", "firstPurchase", "memberSince",
        "birthdayMonth", "ageRange", "segment", "all", "any", "not",
    ]
    /// Why an activity is not asked for these.
    private static let saleKeys = [
        "orderTotal": "an activity has no basket, so no total",
        "basket": "an activity has no basket",
        "paymentMethod": "an activity is not paid for",
        "firstPurchase": "an activity is no purchase",
    ]

    /// Of what a condition is asked.
    enum Subject {
        case sale
        case activity
    }
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Reads when a rule applies; without a value, always.
    init(_ value: RuleValue?, of subject: Subject, in surroundings: RuleSurroundings) {
        guard let value else {
            self = .all([])
            return
        }
        let elsewhere = subject == .activity ? Condition.saleKeys : [:]
        let keys = Condition.keys.filter { elsewhere[$0] == nil }
        let object = value.object(keys, elsewhere: elsewhere)
        // In the order of the list, not of the file: the order of keys means nothing.
        let parts = keys.compactMap { key in
            object.optional(key).map { Condition(key, $0, of: subject, in: surroundings) }
        }
        self = parts.count == 1 ? parts[0] : .all(parts)
    }

    private init(
        _ key: String, _ value: RuleValue, of subject: Subject, in surroundings: RuleSurroundings
    ) {
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
        case "orderTotal":
            let (object, bound) = value.bound(with: ["tax"], of: "total")
            self = .orderTotal(bound, includesTax: object.includesTax)
        case "basket": self = .basket(BasketBound(value))
        case "paymentMethod": self = .paymentMethod(value.names())
        case "firstPurchase": self = .firstPurchase(value.truth())
        case "memberSince": self = .memberSince(MembershipAge(value))
        case "birthdayMonth":
            self = value.truth() ? .person(.birthdayMonth) : .not(.person(.birthdayMonth))
        case "ageRange": self = .person(.age(Condition.ages(value)))
        case "segment":
            let names = value.names(of: "a segment", among: surroundings.segments).sorted()
            let parts = names.map { Condition.person(.segment($0)) }
            self = parts.count == 1 ? parts[0] : .any(parts)
        case "all": self = .all(Condition.parts(value, of: subject, in: surroundings))
        case "any": self = .any(Condition.parts(value, of: subject, in: surroundings))
        default: self = .not(Condition(nested: value, of: subject, in: surroundings))
        }
    }

    private init(
        nested value: RuleValue, of subject: Subject, in surroundings: RuleSurroundings
    ) {
        if value.isEmptyObject { value.complain("found no condition") }
        self.init(value, of: subject, in: surroundings)
    }

    private static func parts(
        _ value: RuleValue, of subject: Subject, in surroundings: RuleSurroundings
    ) -> [Condition] {
        value.list().map { Condition(nested: $0, of: subject, in: surroundings) }
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

    /// Reads an age: at least, at most, or both.
    static func ages(_ value: RuleValue) -> ClosedRange<Int> {
        let object = value.object(["min", "max"])
        if object.optional("min") == nil, object.optional("max") == nil {
            value.complain(ofWhole: "found neither \"min\" nor \"max\"")
        }
        let years = 0...RulesLimits.ageYearsMax
        let least = object.optional("min")?.integer(years) ?? years.lowerBound
        let most = object.optional("max")?.integer(years) ?? years.upperBound
        guard least <= most else {
            value.complain(ofWhole: "the greatest age \(most) is below the least, \(least)")
            return 0...0
        }
        return Int(least)...Int(most)
    }
}

extension BasketBound {
    /// Reads how much of some lines a basket must hold.
    fileprivate init(_ value: RuleValue) {
        let object = value.object(["lines", "quantity", "amount"])
        let quantity = object.optional("quantity")?.bound(of: "quantity").bound
        let amount = object.optional("amount")?.bound(with: ["tax"], of: "amount")
        if quantity == nil, amount == nil {
            value.complain(ofWhole: "found neither \"quantity\" nor \"amount\"")
        }
        self.init(
            lines: LineCondition(object.optional("lines")), quantity: quantity,
            amount: amount?.bound, includesTax: amount?.object.includesTax ?? true)
    }
}

extension MembershipAge {
    /// Reads since when somebody must be a member: dates of joining, or days since.
    init(_ value: RuleValue) {
        let object = value.object(["from", "to", "minDays", "maxDays"])
        if value.isEmptyObject {
            value.complain(
                "found no condition, expected \"from\", \"to\", \"minDays\" or \"maxDays\"")
        }
        let from = object.optional("from")?.date()
        let to = object.optional("to")?.date()
        let days = 0...RulesLimits.daysMax
        let least = object.optional("minDays")?.integer(days)
        let most = object.optional("maxDays")?.integer(days)
        if let least, let most, most < least {
            value.complain(ofWhole: "\(most) days at most are fewer than \(least) at least")
        }
        var joined: ClosedRange<CivilDate>?
        if from != nil || to != nil {
            let first = from ?? CivilDate(dayNumber: CivilDate.firstDayNumber)
            let last = to ?? CivilDate(dayNumber: CivilDate.lastDayNumber)
            if first <= last {
                joined = first...last
            } else {
                value.complain(
                    ofWhole: "the period ends on \(last), before it begins on \(first)")
            }
        }
        self.init(joined: joined, days: AmountBound(min: least, max: most))
    }
}

extension RuleObject {
    /// Whether an amount is with tax, which is so unless `tax` says otherwise.
    fileprivate var includesTax: Bool {
        optional("tax")?.word(["included", "excluded"]) != "excluded"
    }
}

extension RuleValue {
    /// What a basket may come to.
    static let basketAmounts = 0...Yen.max.amount * Int64(CoreLimits.basketLinesMax)

    /// At least `min` and at most `max`, one of which must be there.
    func bound(
        with keys: [String] = [], of what: String,
        in amounts: ClosedRange<Int64> = RuleValue.basketAmounts
    ) -> (object: RuleObject, bound: AmountBound) {
        let object = object(["min", "max"] + keys)
        let min = object.optional("min")?.integer(amounts)
        let max = object.optional("max")?.integer(amounts)
        if min == nil, max == nil { complain(ofWhole: "found neither \"min\" nor \"max\"") }
        if let min, let max, max < min {
            complain(ofWhole: "the greatest \(what) \(max) is below the least, \(min)")
        }
        return (object, AmountBound(min: min, max: max))
    }
}
