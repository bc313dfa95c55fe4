import TestSupport

@testable import PointsCore

/// Random rules, baskets and sales, small enough that conditions often meet what is sold.
struct RandomRules {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &random)
    }

    private mutating func chance(_ percent: Int64) -> Bool { number(1...100) <= percent }

    private mutating func one<Value>(_ values: [Value]) -> Value {
        values[Int(number(0...Int64(values.count - 1)))]
    }

    private mutating func some<Value: Hashable>(_ values: [Value]) -> Set<Value> {
        let some = Set(values.filter { _ in chance(40) })
        return some.isEmpty ? [one(values)] : some
    }

    private mutating func many<Value>(
        _ range: ClosedRange<Int64>, _ make: (inout RandomRules) -> Value
    ) -> [Value] {
        (0..<number(range)).map { _ in make(&self) }
    }

    // MARK: Sales

    private static let categories = ["food", "food/dairy", "food/dairy/milk", "book", "foo"]
    private static let skus = ["a", "b", "c"]
    private static let rates: [Int64] = [0, 8, 10]

    mutating func basket() -> Basket {
        let lines = many(1...6) { own in
            BasketLine(
                name: "", sku: own.chance(70) ? own.one(RandomRules.skus) : nil,
                category: own.chance(80) ? own.one(RandomRules.categories) : nil,
                quantity: own.number(1...5), amount: Yen(own.number(0...3_000)),
                taxRate: own.one(RandomRules.rates))
        }
        return Basket(lines: lines, amountsIncludeTax: chance(50))
    }

    mutating func context() -> SaleContext {
        SaleContext(
            channel: one(["store", "ec"]), company: one(["store-co", "ec-co"]),
            store: chance(50) ? one(["ginza", "umeda"]) : nil,
            terminal: chance(50) ? one(["t1", "t2"]) : nil,
            paymentMethod: chance(50) ? one(["cash", "card"]) : nil, businessDay: day(),
            minuteOfDay: Int(number(0...1_439)), standing: standing())
    }

    private mutating func day() -> CivilDate {
        CivilDate(dayNumber: 20_544 + Int(number(0...40)))
    }

    private mutating func standing() -> Standing {
        guard chance(90) else { return .anonymous }
        return Standing(
            tier: chance(70) ? one(["gold", "silver"]) : nil, memberSince: day().adding(days: -20),
            isFirstPurchase: chance(30),
            traits: chance(30) ? [one([.birthdayMonth, .age(20...29)])] : [])
    }

    mutating func shares(of basket: PricedBasket) -> [Int64] {
        basket.gross.map { chance(30) ? number(0...$0) : 0 }
    }

    // MARK: Conditions

    private mutating func bound(_ most: Int64) -> AmountBound {
        let least = number(0...most)
        return AmountBound(min: chance(70) ? least : nil, max: chance(30) ? least + most : nil)
    }

    private mutating func condition(depth: Int = 0) -> Condition {
        if depth < 3, chance(35) {
            switch number(0...2) {
            case 0: return .all(many(0...3) { $0.condition(depth: depth + 1) })
            case 1: return .any(many(1...3) { $0.condition(depth: depth + 1) })
            default: return .not(condition(depth: depth + 1))
            }
        }
        switch number(0...15) {
        case 0: return .channel(some(["store", "ec"]))
        case 1: return .company(some(["store-co", "ec-co"]))
        case 2: return .store(some(["ginza", "umeda", "nowhere"]))
        case 3: return .terminal(some(["t1", "t2"]))
        case 4: return .tier(some(["gold", "silver", "bronze"]))
        case 5: return .paymentMethod(some(["cash", "card"]))
        case 6: return .dayOfMonth(some(Array(1...31)))
        case 7: return .weekday(some(Array(1...7)))
        case 8:
            let from = day()
            return .dates([from...from.adding(days: Int(number(0...20)))])
        case 9: return .timeOfDay(from: Int(number(0...1_439)), to: Int(number(0...1_440)))
        case 10, 11: return .orderTotal(bound(4_000), includesTax: chance(50))
        case 12:
            return .basket(
                BasketBound(
                    lines: lines(), quantity: chance(60) ? bound(5) : nil,
                    amount: chance(60) ? bound(3_000) : nil, includesTax: chance(50)))
        case 13: return .firstPurchase(chance(50))
        case 14:
            let from = day().adding(days: -25)
            return .memberSince(
                MembershipAge(
                    joined: chance(30) ? from...from.adding(days: 20) : nil, days: bound(30)))
        default: return .person(chance(50) ? .birthdayMonth : .age(20...29))
        }
    }

    private mutating func lines(depth: Int = 0) -> LineCondition {
        if depth < 2, chance(40) {
            switch number(0...2) {
            case 0: return .all(many(0...2) { $0.lines(depth: depth + 1) })
            case 1: return .any(many(1...2) { $0.lines(depth: depth + 1) })
            default: return .not(lines(depth: depth + 1))
            }
        }
        return chance(60)
            ? .category(some(RandomRules.categories).sorted()) : .sku(some(RandomRules.skus))
    }

    // MARK: Rules

    private mutating func rate() -> Rate {
        let points = Fraction(Int128(number(1...30)), over: Int128(one([1, 2, 7, 100])))
        return Rate(points: points, per: one([1, 7, 100, 1_000]), wholeStepsOnly: chance(20))
    }

    private mutating func award(_ place: Int64) -> Award {
        switch number(0...5) {
        case 0: return .fixed(points: number(1...50))
        case 1: return .perItem(points: number(1...9))
        case 2 where place > 0:
            return .multiply(
                by: Fraction(Int128(number(5...20)), over: 4), of: sources(before: place),
                rounded: chance(50))
        case 3 where place > 0:
            return .addPercent(
                share: Fraction(Int128(number(1...50)), over: 1_000), of: sources(before: place),
                rounded: chance(50))
        default: return .rate(rate())
        }
    }

    private mutating func sources(before place: Int64) -> [String] {
        (0..<number(1...2)).map { _ in "r\(number(0...(place - 1)))" }
    }

    private static let picks: [String: EarnRule.Pick] = ["a": .best, "b": .first, "c": .all]

    /// Rules whose groups agree on what counts.
    mutating func earnRules() -> [EarnRule] {
        (0..<number(1...9)).map { place in
            let group = one(["a", "a", "b", "c"])
            return Programs.earnRule(
                "r\(place)", when: chance(50) ? .all([]) : condition(),
                lines: chance(40) ? .all([]) : lines(), award: award(place),
                includesTax: chance(50), redeemed: one(EarnRule.RedeemedBase.allCases),
                stage: one(EarnRule.RoundingStage.allCases), rounding: one(Rounding.allCases),
                group: group, pick: RandomRules.picks[group] ?? .all, priority: number(0...3),
                pointClass: chance(80) ? .standard : PointClass("x"),
                orderCap: chance(20) ? number(1...60) : nil,
                caps: chance(20) ? [Cap(points: number(1...40), scope: .day)] : [],
                effective: EffectivePeriod(
                    from: chance(20) ? day() : nil, to: chance(20) ? day() : nil))
        }
    }

    mutating func rooms(for rules: [EarnRule]) -> RuleRooms {
        guard chance(50) else { return .untouched }
        var rooms: [String: RuleRoom] = [:]
        for rule in rules where chance(80) {
            rooms[rule.id] = RuleRoom(points: number(0...40), scope: .day)
        }
        return RuleRooms(rooms)
    }
}
