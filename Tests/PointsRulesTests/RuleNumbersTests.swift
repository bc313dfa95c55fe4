import PointsCore
import PointsRules
import Testing

/// Numbers worked out by hand, from rule files to points.
struct RuleNumbersTests {
    private static let perHundred = #""award": {"type": "rate", "points": 1, "per": 100}"#

    /// 1,079 at 10 % and 1,079 at 8 %: tax 98 and 79 (98.09 and 79.9 rounded down), 981 + 1,000 =
    /// 1,981 without tax.
    @Test(arguments: [
        // Once for the order: 19.81.
        ("order", "floor", 19), ("order", "half_up", 20), ("order", "ceil", 20),
        // Once for each rate: 9.81 and 10.00.
        ("tax_rate", "floor", 19), ("tax_rate", "half_up", 20), ("tax_rate", "ceil", 20),
        // For each line, its tax not rounded: 9.8090… and 9.9907….
        ("line", "floor", 18), ("line", "half_up", 20), ("line", "ceil", 20),
        // For each piece, the first line having two: 4.9045… twice, and 9.9907….
        ("unit", "floor", 17), ("unit", "half_up", 20), ("unit", "ceil", 20),
    ])
    func `rounds at the stage that the rule names`(
        _ stage: String, _ mode: String, _ points: Int64
    ) throws {
        let rules = try DraftRules.single(
            #"\#(Self.perHundred), "rounding": {"stage": "\#(stage)", "mode": "\#(mode)"}"#)
        let basket = basket([(1_079, 10, 2), (1_079, 8, 1)])
        #expect(earned(basket, under: rules) == points)
    }

    @Test func `takes tax out once for each rate as an invoice does`() throws {
        // Three lines of 109 at 10 %: 327 holds 29 tax (29.7), 298 are left. Line by line it would be 3 × 100 = 300.
        let rules = try DraftRules.single(#""award": {"type": "rate", "points": 1, "per": 1}"#)
        #expect(earned(basket([(109, 10, 1), (109, 10, 1), (109, 10, 1)]), under: rules) == 298)
        let whole = try DraftRules.single(
            #""award": {"type": "rate", "points": 1, "per": 1}, "base": {"tax": "included"}"#)
        #expect(earned(basket([(109, 10, 1), (109, 10, 1), (109, 10, 1)]), under: whole) == 327)
    }

    /// 1,100 at 10 % and 1,080 at 8 %, 1,000 points: shares 504.58… and 495.41…, by largest
    /// remainder 505 and 495.
    @Test(arguments: [
        // 595 and 585 are left: tax 54 and 43, so 541 + 542 = 1,083.
        ("deduct", Int64(10)),
        // The full 1,000 + 1,000.
        ("keep", 20),
        // 20 for the full price less 9.19 for 505 and 495: tax 45 and 36, 460 + 459 = 919.
        ("deduct_at_base_rate", 10),
    ])
    func `spreads redeemed points over two tax rates`(_ redeemed: String, _ points: Int64) throws {
        var draft = try DraftRules.check()
        draft.files["earn/point-up-day.json"] = nil
        draft.files["earn/base.json"] = nil
        draft.addEarnRule("only", #"\#(Self.perHundred), "base": {"redeemed": "\#(redeemed)"}"#)
        let rules = try draft.source().checked()
        let basket = basket([(1_100, 10, 1), (1_080, 8, 1)])
        #expect(earned(basket, under: rules, redeemed: 1_000) == points)
    }

    @Test(arguments: [
        // 9 × 2.5 = 22.5: 22 in all, so 13 more.
        (#""rounded": true"#, "floor", Int64(22)),
        // 9 × 2.5 − 9 = 13.5 is 14 to the nearest.
        (#""rounded": true"#, "half_up", 23),
        // 9.8 × 2.5 = 24.5: 24 in all.
        (#""rounded": false"#, "floor", 24),
        (#""rounded": false"#, "ceil", 25),
    ])
    func `multiplies what was rounded or what was exact`(
        _ rounded: String, _ mode: String, _ points: Int64
    ) throws {
        var draft = try DraftRules.bare()
        draft.addEarnRule("base", Self.perHundred)
        draft.addEarnRule(
            "more",
            #""award": {"type": "multiply", "by": "2.5", "of": ["earn/base"], \#(rounded)}, "rounding": {"mode": "\#(mode)"}"#
        )
        #expect(try earned(basket([(1_078, 10, 1)]), under: draft.source().checked()) == points)
    }

    /// Of 980 without tax: 9 at 1 per 100, 14 at 1.5 %, 5 fixed.
    @Test(arguments: [
        ("best", Int64(14)), ("all", 28), ("first", 5),
    ])
    func `picks within a group`(_ pick: String, _ points: Int64) throws {
        var draft = try DraftRules.bare()
        let stacking = { (priority: Int) in
            #""stacking": {"group": "g", "pick": "\#(pick)", "priority": \#(priority)}"#
        }
        draft.addEarnRule("a", #"\#(Self.perHundred), \#(stacking(2))"#)
        draft.addEarnRule("b", #""award": {"type": "percent", "percent": "1.5"}, \#(stacking(3))"#)
        draft.addEarnRule("c", #""award": {"type": "fixed", "points": 5}, \#(stacking(1))"#)
        #expect(try earned(basket([(1_078, 10, 1)]), under: draft.source().checked()) == points)
    }

    @Test(arguments: [
        (Int64(8), Int64(8), "980 → 49/5, floor 9, capped at 8"),
        (9, 9, "980 → 49/5, floor 9"),
        (10, 9, "980 → 49/5, floor 9"),
    ])
    func `cuts to the cap and says so`(_ cap: Int64, _ points: Int64, _ why: String) throws {
        let rules = try DraftRules.single(
            #"\#(Self.perHundred), "caps": [{"points": \#(cap), "per": "order"}]"#)
        let evaluation = evaluate(basket([(1_078, 10, 1)]), under: rules)
        #expect(evaluation.points == points)
        #expect(evaluation.awards.map(\.why) == [why])
    }

    @Test(arguments: [
        // ¥1,000 → 10 points in whole steps.
        (#"{"type": "rate", "points": 10, "per": 1000, "unit": true}"#, Int64(999), Int64(0)),
        (#"{"type": "rate", "points": 10, "per": 1000, "unit": true}"#, 1_999, 10),
        (#"{"type": "rate", "points": 10, "per": 1000}"#, 1_999, 19),
        // 1.5 % of 999 is 14.985.
        (#"{"type": "percent", "percent": 150}"#, 999, 14),
        (#"{"type": "fixed", "points": 7}"#, 1, 7),
        (#"{"type": "per_item", "points": 7}"#, 1, 21),
    ])
    func `gives what the award says`(_ award: String, _ amount: Int64, _ points: Int64) throws {
        let rules = try DraftRules.single(#""award": \#(award)"#)
        #expect(earned(basket([(amount, 0, 3)]), under: rules) == points)
    }

    @Test func `keeps points of another validity apart`() throws {
        var draft = try DraftRules.bare()
        draft.addEarnRule("base", Self.perHundred)
        draft.addEarnRule(
            "spring",
            #""award": {"type": "fixed", "points": 5}, "grant": {"class": "spring", "validity": {"until": "2026-05-31"}}"#
        )
        let evaluation = evaluate(
            basket([(1_078, 10, 1)]), under: try draft.source().checked())
        let last = try #require(CivilDate("2026-05-31"))
        let spring = evaluation.portions.filter { $0.pointClass == PointClass("spring") }
        #expect(spring.map(\.validity) == [.until(last)])
        #expect(spring.map(\.points) == [5])
        #expect(evaluation.points == 14)
    }

    private func basket(_ lines: [(Int64, Int64, Int64)]) -> PricedBasket {
        Basket(
            lines: lines.map { amount, taxRate, quantity in
                BasketLine(name: "n", quantity: quantity, amount: Yen(amount), taxRate: taxRate)
            }, amountsIncludeTax: true
        ).priced
    }

    private func evaluate(
        _ basket: PricedBasket, under rules: CheckedRules, redeemed: Int64 = 0
    ) -> Evaluation {
        rules.ruleset.evaluate(
            basket, redeemed: redeemed,
            in: SaleContext(
                channel: "store", company: "store-co", store: nil, terminal: nil,
                businessDay: CivilDate(dayNumber: 20_600), minuteOfDay: 720, standing: .anonymous))
    }

    private func earned(
        _ basket: PricedBasket, under rules: CheckedRules, redeemed: Int64 = 0
    ) -> Int64 {
        evaluate(basket, under: rules, redeemed: redeemed).points
    }
}
