/// The earning rules of a set, made ready for evaluation once, when the set is loaded.
///
/// Names are numbers, equal tests and equal filters of lines of several rules stand once, and groups are known. What is asked of
/// a sale is then a decision over small integers and sets of bits, answered once for each test, and nothing is allocated for a
/// rule. ``Interpretation`` says the same of each rule in words.
struct RulePlan: Hashable, Sendable {
    /// Names as numbers.
    private(set) var names = PlannedNames()
    /// Tests, each once.
    private(set) var tests: [PlannedTest] = []
    /// Conditions and their parts.
    private(set) var conditions: [PlannedCondition] = []
    /// Filters and their parts.
    private(set) var filters: [PlannedFilter] = []
    /// The rules as they are written, in the order of their ids.
    let written: [EarnRule]
    /// The same, ready.
    private(set) var rules: [PlannedRule] = []
    /// Places of rules on which others build, rule by rule.
    private(set) var sources: [Int] = []
    /// Groups of rules that look at the basket.
    private(set) var groups: [PlannedGroup] = []
    /// Groups of rules that build on what others gave.
    private(set) var buildingGroups: [PlannedGroup] = []

    private var placesOfTests: [PlannedTest: Int] = [:]
    private var placesOfFilters: [LineCondition: Int] = [:]

    /// A plan for rules in the order of their ids.
    init(_ earnRules: [EarnRule]) {
        written = earnRules
        let places = Dictionary(
            earnRules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for rule in earnRules {
            let condition = reserveCondition()
            conditions[condition] = planned(rule.condition)
            let first = sources.count
            sources += (rule.award.sources ?? []).compactMap { places[$0] }
            rules.append(
                PlannedRule(
                    rule, condition: condition, filter: place(of: rule.lines),
                    sources: first..<sources.count))
        }
        groups = grouped { $0.award.sources == nil }
        buildingGroups = grouped { $0.award.sources != nil }
    }

    private func grouped(_ belongs: (EarnRule) -> Bool) -> [PlannedGroup] {
        var members: [String: [Int]] = [:]
        var order: [String] = []
        for (place, rule) in written.enumerated() where belongs(rule) {
            if members[rule.group] == nil { order.append(rule.group) }
            members[rule.group, default: []].append(place)
        }
        return order.map { group in
            let places = members[group] ?? []
            let pick = written[places[0]].pick
            let counting = places.count { rules[$0].countsLines }
            return PlannedGroup(
                members: places, pick: pick, sharesLines: pick != .all && counting > 1)
        }
    }
}

// MARK: - Conditions

extension RulePlan {
    private mutating func reserveCondition() -> Int {
        conditions.append(.all(0..<0))
        return conditions.count - 1
    }

    /// The parts stand side by side; their own parts follow.
    private mutating func places(of parts: [Condition]) -> Range<Int> {
        let first = conditions.count
        for _ in parts { _ = reserveCondition() }
        for (offset, part) in parts.enumerated() { conditions[first + offset] = planned(part) }
        return first..<(first + parts.count)
    }

    private mutating func planned(_ condition: Condition) -> PlannedCondition {
        switch condition {
        case .all(let parts): return .all(places(of: parts))
        case .any(let parts): return .any(places(of: parts))
        case .not(let part): return .not(places(of: [part]).lowerBound)
        default: break
        }
        guard let test = test(for: condition) else { return .all(0..<0) }
        if let known = placesOfTests[test] { return .test(known) }
        tests.append(test)
        placesOfTests[test] = tests.count - 1
        return .test(tests.count - 1)
    }

    private mutating func test(for condition: Condition) -> PlannedTest? {
        switch condition {
        case .all, .any, .not: nil
        case .channel(let names): name(.channel, names)
        case .company(let names): name(.company, names)
        case .store(let names): name(.store, names)
        case .terminal(let names): name(.terminal, names)
        case .tier(let names): name(.tier, names)
        case .paymentMethod(let names): name(.paymentMethod, names)
        case .dayOfMonth(let days): .dayOfMonth(RulePlan.bits(of: days))
        case .weekday(let days): .weekday(RulePlan.bits(of: days))
        case .dates(let periods):
            .dates(periods.map { Int($0.lowerBound.dayNumber)...Int($0.upperBound.dayNumber) })
        case .timeOfDay(let from, let to): .timeOfDay(from: from, to: to)
        case .orderTotal(let bound, let includesTax): .orderTotal(bound, includesTax: includesTax)
        case .basket(let bound):
            .basket(
                filter: place(of: bound.lines), quantity: bound.quantity, amount: bound.amount,
                includesTax: bound.includesTax)
        case .firstPurchase(let isFirst): .firstPurchase(isFirst)
        case .memberSince(let age): .memberSince(age)
        case .person(let trait): .person(trait)
        }
    }

    private mutating func name(_ kind: PlannedNames.Kind, _ values: Set<String>) -> PlannedTest {
        .name(kind, names.numbers(of: kind, values))
    }

    private static func bits(of days: Set<Int>) -> UInt32 {
        days.reduce(0) { $0 | 1 << UInt32($1) }
    }
}

// MARK: - Lines

extension RulePlan {
    private mutating func place(of lines: LineCondition) -> Int {
        if let known = placesOfFilters[lines] { return known }
        let place = reserveFilter()
        filters[place] = planned(lines)
        placesOfFilters[lines] = place
        return place
    }

    private mutating func reserveFilter() -> Int {
        filters.append(.all(0..<0))
        return filters.count - 1
    }

    private mutating func places(of parts: [LineCondition]) -> Range<Int> {
        let first = filters.count
        for _ in parts { _ = reserveFilter() }
        for (offset, part) in parts.enumerated() { filters[first + offset] = planned(part) }
        return first..<(first + parts.count)
    }

    private mutating func planned(_ lines: LineCondition) -> PlannedFilter {
        switch lines {
        case .all(let parts): .all(places(of: parts))
        case .any(let parts): .any(places(of: parts))
        case .not(let part): .not(places(of: [part]).lowerBound)
        case .category(let paths): .category(names.categories.numbers(of: paths))
        case .sku(let values): .sku(names.skus.numbers(of: values))
        }
    }
}
