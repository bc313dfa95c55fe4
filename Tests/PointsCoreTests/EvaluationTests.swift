import Testing

@testable import PointsCore

struct EvaluationTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: EarnRule
        let basket: Basket
        var redeemed: Int64 = 0
        let points: Int64

        var testDescription: String { name }
    }

    private static let hundredth = Award.rate(Rate(points: Fraction(1), per: 100))
    private static let onePointFive = Award.rate(Rate(points: Fraction(3, over: 200), per: 1))
    private static let mixed = Programs.basket((1_078, 1, 10), (345, 3, 8))

    static let rows = [
        Row(
            name: "net 980 of 1,078 is 9.8", rule: Programs.earnRule(includesTax: false),
            basket: Programs.basket((1_078, 1, 10)), points: 9),
        Row(
            name: "half up is 10",
            rule: Programs.earnRule(includesTax: false, rounding: .halfUp),
            basket: Programs.basket((1_078, 1, 10)), points: 10),
        Row(
            name: "with tax 10.78", rule: Programs.earnRule(rounding: .ceiling),
            basket: Programs.basket((1_078, 1, 10)), points: 11),
        Row(
            name: "1.5 % of 980 is 14.7", rule: Programs.earnRule(award: onePointFive),
            basket: Programs.basket((980, 1, 10)), points: 14),
        // 1,078 and 345 with tax: 10.78 + 3.45 = 14.23 for the order.
        Row(name: "once for the order", rule: Programs.earnRule(), basket: mixed, points: 14),
        Row(
            name: "for each line", rule: Programs.earnRule(stage: .line), basket: mixed, points: 13),
        Row(
            name: "for each line, up", rule: Programs.earnRule(stage: .line, rounding: .ceiling),
            basket: mixed, points: 15),
        // 10.78 up is 11; three pieces of 1.15 up are 6.
        Row(
            name: "for each piece, up", rule: Programs.earnRule(stage: .unit, rounding: .ceiling),
            basket: mixed, points: 17),
        // 980 and 345 − 25 = 320: 9.8 and 3.2.
        Row(
            name: "for each tax rate",
            rule: Programs.earnRule(includesTax: false, stage: .taxRate, rounding: .ceiling),
            basket: mixed, points: 14),
        Row(
            name: "net, once for the order", rule: Programs.earnRule(includesTax: false),
            basket: mixed, points: 13),
        // Net of 345 at 8 % is 319.44…; 9.8 half up is 10, 3.19… is 3.
        Row(
            name: "net for each line, half up",
            rule: Programs.earnRule(includesTax: false, stage: .line, rounding: .halfUp),
            basket: mixed, points: 13),
        Row(
            name: "whole steps only",
            rule: Programs.earnRule(
                award: .rate(Rate(points: Fraction(10), per: 1_000, wholeStepsOnly: true))),
            basket: Programs.basket((1_999, 1, 10)), points: 10),
        Row(
            name: "fixed", rule: Programs.earnRule(award: .fixed(points: 50)), basket: mixed,
            points: 50),
        Row(
            name: "for each of four pieces",
            rule: Programs.earnRule(award: .perItem(points: 5)), basket: mixed, points: 20),
        Row(
            name: "capped", rule: Programs.earnRule(orderCap: 12), basket: mixed, points: 12),
        // 1,600 paid with 401: the money is 1,199.
        Row(
            name: "money paid with points is deducted", rule: Programs.earnRule(),
            basket: Programs.basket((1_000, 1, 10), (600, 1, 10)), redeemed: 401, points: 11),
        Row(
            name: "money paid with points is kept", rule: Programs.earnRule(redeemed: .keep),
            basket: Programs.basket((1_000, 1, 10), (600, 1, 10)), redeemed: 401, points: 16),
        // 1,650 earn 16, the 101 of them 1.
        Row(
            name: "the points for it are taken off",
            rule: Programs.earnRule(redeemed: .deductAtBaseRate),
            basket: Programs.basket((1_650, 1, 10)), redeemed: 101, points: 15),
        // What is told without tax needs none taken out: 100 and 9, each by itself.
        Row(
            name: "told without tax, for each line",
            rule: Programs.earnRule(includesTax: false, stage: .line),
            basket: Programs.basket((100, 1, 10), (9, 1, 10), includesTax: false), points: 1),
        Row(
            name: "told without tax, for each piece",
            rule: Programs.earnRule(includesTax: false, stage: .unit),
            basket: Programs.basket((300, 3, 10), (9, 1, 10), includesTax: false), points: 3),
        Row(
            name: "told without tax, tax as high as the price",
            rule: Programs.earnRule(
                award: .rate(Rate(points: Fraction(1), per: 1)), includesTax: false, stage: .line),
            basket: Programs.basket((5, 1, 100), (3, 1, 100), includesTax: false), points: 8),
        // 5,000 without tax, 5,500 with it; 600 are paid with points: 4,900, the tax in which is 445.
        Row(
            name: "told without tax, partly paid with points",
            rule: Programs.earnRule(
                award: .rate(Rate(points: Fraction(1), per: 1)), includesTax: false),
            basket: Programs.basket((5_000, 1, 10), includesTax: false), redeemed: 600,
            points: 4_455),
        Row(
            name: "nothing at all", rule: Programs.earnRule(),
            basket: Programs.basket((0, 1, 10)), points: 0),
    ]

    @Test(arguments: rows)
    func `gives the points worked out by hand`(_ row: Row) {
        let rules = Programs.rules(earn: [row.rule])
        let evaluation = rules.evaluate(
            row.basket.priced, redeemed: row.redeemed, in: Programs.context())
        #expect(evaluation.points == row.points)
        #expect(evaluation.awards.map(\.points) == [row.points])
    }

    @Test
    func `tells how it came to the points`() throws {
        let rules = Programs.rules(earn: [Programs.earnRule(includesTax: false, orderCap: 5)])
        let evaluation = rules.evaluate(
            Programs.basket((1_078, 1, 10)).priced, redeemed: 0, in: Programs.context())
        let award = try #require(evaluation.awards.first)
        #expect(award.base == 980)
        #expect(award.exact == Fraction(49, over: 5))
        #expect(award.cut == RuleAward.Cut(to: 5, by: .order))
        #expect(award.why == "980 → 49/5, floor 9, capped at 5")
    }

    @Test
    func `caps what is left after the points for points are taken off`() {
        let rule = Programs.earnRule(redeemed: .deductAtBaseRate, orderCap: 100)
        let evaluation = Programs.rules(earn: [rule]).evaluate(
            Programs.basket((30_000, 1, 10)).priced, redeemed: 25_000, in: Programs.context())
        #expect(evaluation.points == 50)
    }

    @Test
    func `looks at the lines of its kinds only`() {
        func line(_ name: String, _ category: String?, sku: String? = nil) -> BasketLine {
            BasketLine(
                name: name, sku: sku, category: category, quantity: 1, amount: Yen(1_000),
                taxRate: 10)
        }
        let basket = Basket(
            lines: [
                line("1", "food/dairy"), line("2", "food"), line("3", "foodstuff"),
                line("4", nil, sku: "s"),
            ], amountsIncludeTax: true
        ).priced
        func points(_ lines: LineCondition) -> Int64 {
            Programs.rules(earn: [Programs.earnRule(lines: lines)])
                .evaluate(basket, redeemed: 0, in: Programs.context()).points
        }
        #expect(points(.category(["food"])) == 20)
        #expect(points(.category(["food/dairy"])) == 10)
        #expect(points(.not(.category(["food"]))) == 20)
        #expect(points(.sku(["s", "t"])) == 10)
        #expect(points(.any([.sku(["s"]), .category(["foodstuff"])])) == 20)
        #expect(points(.all([.sku(["s"]), .category(["foodstuff"])])) == 0)
    }

    @Test
    func `spreads redeemed points over the lines that may be paid with them`() {
        let lines = [
            BasketLine(
                name: "1", category: "gift_card", quantity: 1, amount: Yen(5_000), taxRate: 0),
            BasketLine(name: "2", category: "book", quantity: 1, amount: Yen(2_000), taxRate: 10),
            BasketLine(name: "3", category: "book", quantity: 1, amount: Yen(1_000), taxRate: 10),
        ]
        let rules = Programs.rules(
            burn: [Programs.burnRule(lines: .not(.category(["gift_card"])), percent: 50)])
        let basket = Basket(lines: lines, amountsIncludeTax: true).priced
        let context = Programs.context()
        let burnRule = rules.burnRule(for: context, basket: basket)
        #expect(rules.redeemable(of: basket, under: burnRule).max == 3_000)
        #expect(rules.shares(ofRedeemed: 100, in: basket, under: burnRule) == [0, 67, 33])
        #expect(rules.shares(ofRedeemed: 0, in: basket, under: burnRule) == [0, 0, 0])
    }

    /// The tax of 109 and 91 is 20 together; its parts are no matter of a rule that looks at one of them.
    @Test(arguments: [EarnRule.RoundingStage.order, .taxRate, .line])
    func `counts of some lines what was told without tax`(_ stage: EarnRule.RoundingStage) {
        func line(_ category: String, _ amount: Int64) -> BasketLine {
            BasketLine(
                name: category, category: category, quantity: 1, amount: Yen(amount), taxRate: 10)
        }
        let rule = Programs.earnRule(
            lines: .not(.category(["gift_card"])),
            award: .rate(Rate(points: Fraction(1), per: 1)), includesTax: false, stage: stage)
        let basket = Basket(
            lines: [line("food", 109), line("gift_card", 91)], amountsIncludeTax: false)
        let evaluation = Programs.rules(earn: [rule]).evaluate(
            basket.priced, redeemed: 0, in: Programs.context())
        #expect(evaluation.points == 109)
    }
}
