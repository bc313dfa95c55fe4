import Testing

@testable import PointsCore

struct StackingTests {
    private static func awards(
        _ rules: [EarnRule], _ amount: Int64 = 980
    ) -> [String: Int64] {
        let evaluation = Programs.rules(earn: rules).evaluate(
            Programs.basket((amount, 1, 10)).priced, redeemed: 0, in: Programs.context())
        return Dictionary(uniqueKeysWithValues: evaluation.awards.map { ($0.rule, $0.points) })
    }

    private static func group(_ pick: EarnRule.Pick) -> [EarnRule] {
        [
            Programs.earnRule("a", award: .fixed(points: 5), pick: pick, priority: 2),
            Programs.earnRule("b", award: .fixed(points: 30), pick: pick, priority: 3),
            Programs.earnRule("c", award: .fixed(points: 7), pick: pick, priority: 1),
            Programs.earnRule("d", award: .fixed(points: 30), pick: pick, priority: 1),
        ]
    }

    private static let picks: [(pick: EarnRule.Pick, given: [String: Int64])] = [
        (.best, ["b": 30]), (.first, ["c": 7]),
        (.all, ["a": 5, "b": 30, "c": 7, "d": 30]),
    ]

    @Test(arguments: picks)
    func `picks within a group`(_ pick: EarnRule.Pick, _ expected: [String: Int64]) {
        #expect(Self.awards(Self.group(pick)) == expected)
        #expect(Self.awards(Self.group(pick).reversed()) == expected)
    }

    @Test
    func `adds groups up`() {
        let rules =
            Self.group(.best) + [Programs.earnRule("z", award: .fixed(points: 1), group: "other")]
        #expect(Self.awards(rules) == ["b": 30, "z": 1])
    }

    private static func multiplier(
        by factor: Fraction = Fraction(3), rounded: Bool, rounding: Rounding = .floor,
        orderCap: Int64? = nil
    ) -> EarnRule {
        Programs.earnRule(
            "m", award: .multiply(by: factor, of: ["earn/base"], rounded: rounded),
            rounding: rounding, group: "m", orderCap: orderCap)
    }

    private static let multipliers: [(rule: EarnRule, extra: Int64)] = [
        // 9.8 points become 9. Three times 9 is 27; three times 9.8 is 29.4.
        (multiplier(rounded: true), 18), (multiplier(rounded: false), 20),
        (multiplier(rounded: false, rounding: .ceiling), 21),
        (multiplier(by: Fraction(3, over: 2), rounded: true), 4),
        (multiplier(by: Fraction(3, over: 2), rounded: true, rounding: .halfUp), 5),
        (multiplier(rounded: true, orderCap: 10), 10),
    ]

    @Test(arguments: multipliers)
    func `multiplies what other rules gave, rounded before or not`(
        _ rule: EarnRule, _ extra: Int64
    ) {
        #expect(Self.awards([Programs.earnRule(), rule]) == ["earn/base": 9, "m": extra])
    }

    @Test
    func `multiplies nothing where nothing was given`() {
        let idle = Programs.earnRule(when: .channel(["ec"]))
        #expect(Self.awards([idle, Self.multiplier(rounded: true)]) == [:])
    }

    @Test
    func `multiplies what is left by a cap`() {
        let capped = Programs.earnRule(orderCap: 100)
        let expected: [String: Int64] = ["earn/base": 100, "m": 200]
        #expect(Self.awards([capped, Self.multiplier(rounded: true)], 50_000) == expected)
        #expect(Self.awards([capped, Self.multiplier(rounded: false)], 50_000) == expected)
    }

    @Test
    func `keeps points of another class or validity apart`() {
        let rules = Programs.rules(earn: [
            Programs.earnRule("a", award: .fixed(points: 1)),
            Programs.earnRule("b", award: .fixed(points: 2), pointClass: PointClass("x")),
            Programs.earnRule("c", award: .fixed(points: 4)),
            Programs.earnRule("d", award: .fixed(points: 8), validity: .unlimited),
        ])
        let evaluation = rules.evaluate(
            Programs.basket((100, 1, 10)).priced, redeemed: 0, in: Programs.context())
        #expect(evaluation.portions.map(\.points) == [5, 2, 8])
        #expect(evaluation.points == 15)
        #expect(evaluation.points(of: PointClass("x"), validity: Programs.program.validity) == 2)
        #expect(evaluation.points(of: PointClass("x"), validity: .unlimited) == 0)
    }

    @Test(arguments: [true, false])
    func `builds on rates whose steps have no factor in common`(_ rounded: Bool) {
        let steps: [Int64] = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797]
        let rates = steps.enumerated().map { place, per in
            Programs.earnRule(
                "earn/\(place)", award: .rate(Rate(points: Fraction(999_999), per: per)),
                group: "\(place)")
        }
        let double = Programs.earnRule(
            "earn/x", award: .multiply(by: Fraction(2), of: rates.map(\.id), rounded: rounded),
            group: "x")
        // Five times 99,999 and nine tenths: what is not rounded first brings the sum to 999,999.
        let points = Self.awards(rates + [double], 100_000_000)
        #expect(points["earn/0"] == 99_999)
        #expect(points["earn/x"] == (rounded ? 499_995 : 500_004))
    }

    @Test
    func `points without end are refused, not added up past all bounds`() throws {
        var rules = (0..<60).map {
            Programs.earnRule(
                "earn/\($0)", award: .perItem(points: 1_000_000_000), group: "\($0)")
        }
        let all = rules.map(\.id)
        rules += (0..<3).map {
            Programs.earnRule(
                "earn/times-\($0)", award: .multiply(by: Fraction(100), of: all, rounded: true),
                group: "times-\($0)")
        }
        let basket = Programs.basket((0, 1_000_000, 10), (0, 1_000_000, 10))
        var shop = try Shop(Programs.rules(earn: rules))
        let error = try #require(throws: Refusal.self) {
            try shop.sell(basket, on: Times.noon("2026-04-10"))
        }
        #expect(error.code == .pointsOutOfRange)
    }
}
