import Testing

@testable import PointsCore

/// What is said of one rule for a sale, and what its receipt says.
struct RuleTraceTests {
    /// Two lines at 10 %, ¥1,178 and three pieces for ¥345, of which points pay ¥100.
    private static let basket = Programs.basket((1_178, 1, 10), (345, 3, 10))

    /// The lines of an explanation by rule, and the awards, of a sale that points pay in part.
    private static func explain(
        _ rules: [EarnRule], of basket: Basket = basket, redeem: Int64 = 100,
        currency: String = "JPY", in language: Language = .en
    ) throws -> (lines: [String: Explanation.Line], awards: [RuleAward]) {
        let ruleset = Programs.rules(earn: rules) { $0.currency = currency }
        var shop = try Shop(ruleset)
        let noon = Times.noon("2026-04-10")
        try shop.grant(5_000, on: noon)
        let sale = try shop.sell(basket, on: noon, redeem: redeem)
        let lines = sale.explanation(under: ruleset, in: language).sold.lines
        #expect(lines.compactMap(\.award) == sale.recorded.awards)
        return (
            Dictionary(uniqueKeysWithValues: lines.map { ($0.rule, $0) }), sale.recorded.awards
        )
    }

    private static let stages:
        [(stage: EarnRule.RoundingStage, mode: Rounding, words: String, why: String)] = [
            (
                .unit, .ceiling, "rounded up for each piece: 18. 18 points.",
                "ceil for each piece 18"
            ),
            (.line, .floor, "rounded down for each line: 14. 14 points.", "floor for each line 14"),
            (
                .taxRate, .ceiling, "rounded up for each tax rate: 15. 15 points.",
                "ceil for each tax rate 15"
            ),
            (.order, .ceiling, "rounded up: 15. 15 points.", "ceil 15"),
        ]

    @Test(arguments: stages)
    func `says where it was rounded`(
        _ stage: EarnRule.RoundingStage, _ mode: Rounding, _ words: String, _ why: String
    ) throws {
        let rule = Programs.earnRule(stage: stage, rounding: mode)
        let told = try Self.explain([rule])
        let line = try #require(told.lines["earn/base"])
        #expect(line.words.hasSuffix(" Exactly 14.23, " + words))
        #expect(told.awards.map(\.why) == ["1423 → 1423/100, " + why])
    }

    @Test
    func `says what was rounded before a cap`() throws {
        let rule = Programs.earnRule(stage: .unit, rounding: .ceiling, orderCap: 12)
        let told = try Self.explain([rule])
        #expect(
            told.lines["earn/base"]?.words.hasSuffix(
                "rounded up for each piece: 18. A cap for an order leaves 12 points. 12 points.")
                == true)
        #expect(
            told.awards.map(\.why) == [
                "1423 → 1423/100, ceil for each piece 18, capped at 12"
            ])
    }

    private static let handlings: [(redeemed: EarnRule.RedeemedBase, en: String, ja: String)] = [
        (
            .deduct,
            "1 point for every 100 yen. What points paid (100 yen) earns nothing. Money left without tax: 1,294 yen at 10 %. Exactly 12.94, rounded down: 12. 12 points.",
            "100円ごとに1ポイント。ポイントで支払った100円は付与の対象外。差引後の対象金額(税抜): 10%対象1,294円。計算値 12.94、切り捨て: 12。12ポイント。"
        ),
        (
            .keep,
            "1 point for every 100 yen. What points paid (100 yen) earns like money. Money without tax: 1,385 yen at 10 %. Exactly 13.85, rounded down: 13. 13 points.",
            "100円ごとに1ポイント。ポイントで支払った100円は付与の対象。対象金額(税抜): 10%対象1,385円。計算値 13.85、切り捨て: 13。13ポイント。"
        ),
        (
            .deductAtBaseRate,
            "1 point for every 100 yen. What points paid (100 yen) takes off what this rule gives for it. Money without tax: 1,385 yen at 10 %. Exactly 13.85 − 0.91 = 12.94, rounded down: 12. 12 points.",
            "100円ごとに1ポイント。ポイントで支払った100円はこのルールの率で差し引く。対象金額(税抜): 10%対象1,385円。計算値 13.85 − 0.91 = 12.94、切り捨て: 12。12ポイント。"
        ),
    ]

    @Test(arguments: handlings)
    func `says what becomes of what points paid`(
        _ redeemed: EarnRule.RedeemedBase, _ en: String, _ ja: String
    ) throws {
        let rule = Programs.earnRule(includesTax: false, redeemed: redeemed)
        let told = try Self.explain([rule])
        let line = try #require(told.lines["earn/base"])
        #expect(line.words == en)
        #expect(line.basis?.paid == 100)
        #expect(line.handling == redeemed)
        let japanese = try Self.explain([rule], in: .ja)
        #expect(japanese.lines["earn/base"]?.words == ja)
    }

    @Test
    func `takes off piece by piece what is rounded piece by piece`() throws {
        let rule = Programs.earnRule(redeemed: .deductAtBaseRate, stage: .unit, rounding: .ceiling)
        let told = try Self.explain([rule])
        // ¥1,178 and ¥115 each: 12 and 3 × 2; points pay ¥77 and ¥23: 1 and 3 × 1.
        #expect(
            told.lines["earn/base"]?.words.hasSuffix(
                "Exactly 15.23 − 1 = 14.23, rounded up for each piece: 18 − 4 = 14. 14 points.")
                == true)
    }

    @Test
    func `says what the rules gave on which it builds`() throws {
        let base = Programs.earnRule(includesTax: false)
        let told = try Self.explain([
            base,
            Programs.earnRule(
                "more/a",
                award: .multiply(by: Fraction(5, over: 2), of: ["earn/base"], rounded: false),
                group: "a"),
            Programs.earnRule(
                "more/b",
                award: .addPercent(
                    share: Fraction(1, over: 200), of: ["earn/base"], rounded: false), group: "b"),
            Programs.earnRule(
                "more/c",
                award: .addPercent(share: Fraction(1, over: 200), of: ["earn/base"], rounded: true),
                group: "c"),
        ])
        #expect(
            told.lines["more/a"]?.words
                == "2.5 times the points of “earn/base”, before they are rounded. Exactly 12.94 × 2.5 − 12 = 20.35, rounded down: 20. 20 points."
        )
        #expect(
            told.lines["more/b"]?.words
                == "0.5 % more on the money of “earn/base”, rounded together. Their money: 1,294 yen. Exactly 6.47 + 12.94 − 12 = 7.41, rounded down: 7. 7 points."
        )
        #expect(
            told.lines["more/c"]?.words
                == "0.5 % more on the money of “earn/base”. Their money: 1,294 yen. Exactly 6.47, rounded down: 6. 6 points."
        )
        #expect(
            told.lines["more/b"]?.basis?.sources
                == RuleTrace.Sources(
                    points: 12, exact: Fraction(647, over: 50), money: Fraction(1_294)))
    }

    @Test
    func `says that no more is taken off than is given`() throws {
        let line = BasketLine(
            name: "1", category: "wine", quantity: 1, amount: Yen(1_000), taxRate: 10)
        let told = try Self.explain(
            [
                Programs.earnRule("earn/a", redeemed: .deductAtBaseRate, pick: .best),
                Programs.earnRule(
                    "earn/w", lines: .category(["wine"]),
                    award: .rate(Rate(points: Fraction(1), per: 1_000)), redeemed: .keep,
                    pick: .best),
            ], of: Basket(lines: [line], amountsIncludeTax: true), redeem: 500)
        #expect(
            told.awards.map(\.why) == ["-500 → -5, floor -5, raised to -1", "1000 → 1, floor 1"])
        #expect(
            told.lines["earn/a"]?.words
                == "1 point for every 100 yen. What points paid (500 yen) takes off what this rule gives for it. Exactly 0 − 5 = -5. No more is taken off than other rules give. -1 points."
        )
        #expect(told.lines["earn/a"]?.award?.points == -1)
    }

    @Test
    func `says that nothing is less than nothing`() throws {
        let told = try Self.explain(
            [
                Programs.earnRule(includesTax: false, rounding: .ceiling),
                Programs.earnRule(
                    "more/a",
                    award: .multiply(
                        by: Fraction(1_001, over: 1_000), of: ["earn/base"], rounded: false),
                    group: "a"),
            ])
        #expect(
            told.lines["more/a"]?.words.hasSuffix(
                "Exactly 12.94 × 1.001 − 13 = -0.04706, rounded down: -1. Never less than nothing. 0 points."
            ) == true)
        #expect(told.awards.last?.why == "13 → -2353/50000, floor -1, raised to 0")
    }

    @Test(arguments: [
        (
            Language.en,
            "1 point for every 100 of the smallest unit of USD. Money with tax: 1,523 of the smallest unit of USD at 10 %. Exactly 15.23, rounded down: 15. 15 points."
        ),
        (
            .ja,
            "100(USDの最小単位)ごとに1ポイント。対象金額(税込): 10%対象1,523(USDの最小単位)。計算値 15.23、切り捨て: 15。15ポイント。"
        ),
    ])
    func `says amounts in the currency of the program`(
        _ language: Language, _ words: String
    ) throws {
        let told = try Self.explain(
            [Programs.earnRule()], redeem: 0, currency: "USD", in: language)
        #expect(told.lines["earn/base"]?.words == words)
    }

    @Test
    func `says what a cap would have left to a rule that another outdoes`() throws {
        let rules = [
            Programs.earnRule("earn/a", group: "g", pick: .best),
            Programs.earnRule(
                "earn/b", award: .fixed(points: 50), group: "g", pick: .best, orderCap: 5),
        ]
        let english = try Self.explain(rules)
        #expect(
            english.lines["earn/b"]?.words
                == "“earn/a” of the same group counts; this one would have given 5 points, all that its cap leaves."
        )
        let japanese = try Self.explain(rules, in: .ja)
        #expect(
            japanese.lines["earn/b"]?.words
                == "同じグループの「earn/a」を適用しました(このルールでは上限により5ポイント)。")
    }

    @Test
    func `names the rules that count the lines`() throws {
        let line = BasketLine(
            name: "1", sku: "a", category: "wine", quantity: 1, amount: Yen(1_000), taxRate: 10)
        let told = try Self.explain(
            [
                Programs.earnRule("earn/a", pick: .best),
                Programs.earnRule("earn/b", lines: .category(["wine"]), pick: .best),
                Programs.earnRule("earn/c", lines: .sku(["a"]), pick: .best),
            ], of: Basket(lines: [line], amountsIncludeTax: true), redeem: 0)
        let words = "More specific rules count its lines: “earn/c”."
        #expect(told.lines["earn/a"]?.words == words)
        #expect(told.lines["earn/b"]?.words == words)
    }
}
