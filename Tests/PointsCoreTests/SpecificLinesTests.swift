import Testing

@testable import PointsCore

/// Within a group a line is counted by the rule that describes it most closely.
struct SpecificLinesTests {
    private static func line(
        _ amount: Int64, _ category: String? = nil, sku: String? = nil
    ) -> BasketLine {
        BasketLine(
            name: "\(amount)", sku: sku, category: category, quantity: 1, amount: Yen(amount),
            taxRate: 10)
    }

    private static func percent(_ percent: Int128) -> Award {
        .rate(Rate(points: Fraction(percent, over: 100), per: 1))
    }

    private static let basket = Basket(
        lines: [
            line(1_000), line(2_000, "food"), line(4_000, "food/dairy"),
            line(8_000, "food/dairy", sku: "milk"),
        ], amountsIncludeTax: true)

    private static func awards(
        _ rules: [EarnRule], of basket: Basket = basket, redeemed: Int64 = 0
    ) -> [String: Int64] {
        let evaluation = Programs.rules(earn: rules).evaluate(
            basket.priced, redeemed: redeemed, in: Programs.context())
        return Dictionary(uniqueKeysWithValues: evaluation.awards.map { ($0.rule, $0.points) })
    }

    private static func rules(_ pick: EarnRule.Pick) -> [EarnRule] {
        [
            Programs.earnRule("a", award: percent(1), pick: pick),
            Programs.earnRule("b", lines: .category(["food"]), award: percent(2), pick: pick),
            Programs.earnRule(
                "c", lines: .category(["food/dairy"]), award: percent(3), pick: pick),
            Programs.earnRule("d", lines: .sku(["milk"]), award: percent(5), pick: pick),
        ]
    }

    @Test(arguments: [EarnRule.Pick.best, .first])
    func `each line goes to the rule that names it most closely`(_ pick: EarnRule.Pick) {
        #expect(Self.awards(Self.rules(pick)) == ["a": 10, "b": 40, "c": 120, "d": 400])
    }

    @Test
    func `where all rules of a group count, each counts all of its lines`() {
        #expect(Self.awards(Self.rules(.all)) == ["a": 150, "b": 280, "c": 360, "d": 400])
    }

    @Test
    func `a more specific rule counts even if it gives less`() {
        let rules = [
            Programs.earnRule("a", award: Self.percent(10), pick: .best),
            Programs.earnRule(
                "b", lines: .category(["food"]), award: Self.percent(1), pick: .best),
        ]
        #expect(Self.awards(rules) == ["a": 100, "b": 140])
    }

    @Test
    func `a specific rule that does not apply takes nothing`() {
        let rules = [
            Programs.earnRule("a", award: Self.percent(1), pick: .best),
            Programs.earnRule(
                "b", when: .channel(["ec"]), lines: .category(["food"]), award: Self.percent(2),
                pick: .best),
        ]
        #expect(Self.awards(rules) == ["a": 150])
    }

    @Test
    func `a rule whose lines are all taken says by whom`() throws {
        let rules = Programs.rules(earn: [
            Programs.earnRule("a", award: Self.percent(1), pick: .best),
            Programs.earnRule("b", lines: .category(["food"]), award: Self.percent(2), pick: .best),
        ])
        let basket = Basket(lines: [Self.line(100, "food")], amountsIncludeTax: true).priced
        let traces = rules.traces(of: basket, shares: [0], in: Programs.context())
        #expect(traces.first?.verdict == .linesTaken(by: ["b"]))
    }

    /// Rules compete where they count a line in common; others of the group count beside them.
    @Test
    func `the best counts among those that want the same lines`() {
        let rules = [
            Programs.earnRule("a", lines: .category(["food"]), award: Self.percent(1), pick: .best),
            Programs.earnRule("b", lines: .category(["food"]), award: Self.percent(2), pick: .best),
            Programs.earnRule("c", lines: .category(["book"]), award: Self.percent(1), pick: .best),
        ]
        let basket = Basket(
            lines: [Self.line(1_000, "food"), Self.line(500, "book")], amountsIncludeTax: true)
        #expect(Self.awards(rules, of: basket) == ["b": 20, "c": 5])
    }

    /// 250 of 5,000 are paid with points: the article earns 1 %, what points pay costs 5 %.
    @Test(arguments: [(Rounding.floor, Int64(37)), (.halfUp, 38), (.ceiling, 38)])
    func `the general rule takes off what points pay for lines that another counts`(
        _ rounding: Rounding, _ points: Int64
    ) {
        let rules = Programs.rules(earn: [
            Programs.earnRule(
                "a", award: Self.percent(5), redeemed: .deductAtBaseRate, rounding: rounding,
                pick: .best),
            Programs.earnRule(
                "b", lines: .sku(["own"]), award: Self.percent(1), redeemed: .keep,
                rounding: rounding, pick: .best),
        ])
        let basket = Basket(lines: [Self.line(5_000, sku: "own")], amountsIncludeTax: true)
        let evaluation = rules.evaluate(
            basket.priced, redeemed: 250, in: Programs.context())
        #expect(evaluation.points == points)
    }

    @Test
    func `never takes off more than was given`() {
        let rules = Programs.rules(earn: [
            Programs.earnRule(
                "a", award: Self.percent(50), redeemed: .deductAtBaseRate, pick: .best),
            Programs.earnRule(
                "b", lines: .sku(["own"]), award: Self.percent(1), redeemed: .keep, pick: .best),
        ])
        let basket = Basket(lines: [Self.line(5_000, sku: "own")], amountsIncludeTax: true)
        let evaluation = rules.evaluate(
            basket.priced, redeemed: 5_000, in: Programs.context())
        #expect(evaluation.points == 0)
        #expect(evaluation.awards.map(\.points) == [-50, 50])
    }

    // 980 without tax: 9.8 → 9. Two percent more: 19.6 by itself, or 29.4 with them, of which 9 are given.
    @Test(arguments: [
        (true, Rounding.floor, Int64(19)), (true, .halfUp, 20), (false, .floor, 20),
        (false, .ceiling, 21),
    ])
    func `an extra percentage looks at the money of the rule on which it builds`(
        _ rounded: Bool, _ rounding: Rounding, _ extra: Int64
    ) {
        let rules = [
            Programs.earnRule(includesTax: false),
            Programs.earnRule(
                "m",
                award: .addPercent(
                    share: Fraction(2, over: 100), of: ["earn/base"], rounded: rounded),
                rounding: rounding, group: "m"),
        ]
        let basket = Basket(lines: [Self.line(1_078)], amountsIncludeTax: true)
        #expect(Self.awards(rules, of: basket) == ["earn/base": 9, "m": extra])
    }
}
