import Testing

@testable import PointsCore

struct ExplanationTests {
    private static let rules = Programs.rules(earn: [
        Programs.earnRule(includesTax: false, pick: .best, orderCap: 12),
        Programs.earnRule(
            "earn/big", when: .orderTotal(AmountBound(min: 5_000), includesTax: true)),
        Programs.earnRule(
            "earn/food", lines: .category(["food"]), award: .perItem(points: 5), group: "food"),
        Programs.earnRule(
            "earn/half",
            award: .multiply(
                by: Fraction(3, over: 2), of: ["earn/base"], rounded: true),
            rounding: .halfUp, group: "half"),
        Programs.earnRule(
            "earn/idle", award: .multiply(by: Fraction(2), of: ["earn/big"], rounded: true)),
        Programs.earnRule(
            "earn/month", award: .fixed(points: 30), group: "month",
            caps: [Cap(points: 20, scope: .month)]),
        Programs.earnRule(
            "earn/rival", award: .rate(Rate(points: Fraction(1), per: 1_000, wholeStepsOnly: true)),
            pick: .best),
        Programs.earnRule(
            "earn/summer",
            effective: EffectivePeriod(
                from: Times.day("2026-07-01"), to: Times.day("2026-08-31"))),
    ])

    private static let titled = Programs.rules(
        earn: rules.earnRules,
        titles: ["earn/base": Caption(ja: "基本ポイント", en: "Base points")])

    private static func words(_ language: Language) throws -> [String] {
        var shop = try Shop(titled)
        let sale = try shop.sell(Programs.basket((1_078, 1, 10)), on: Times.noon("2026-04-10"))
        let explanation = sale.explanation(under: titled, in: language)
        #expect(explanation.left == nil)
        #expect(explanation.sold.redemption == nil)
        #expect(explanation.sold.lines.compactMap(\.award) == sale.recorded.awards)
        return explanation.sold.lines.map(\.words)
    }

    @Test
    func `says of each rule what came of it, in English`() throws {
        #expect(
            try Self.words(.en) == [
                "1 point for every 100 yen. Money without tax: 980 yen at 10 %. Exactly 9.8, rounded down: 9. 9 points.",
                "Does not apply: it asks for an order of 5,000 yen or more.",
                "None of its lines is there (category food).",
                "1.5 times the points of “Base points”. Exactly 9 × 1.5 − 9 = 4.5, rounded half up: 5. 5 points.",
                "None of the rules on which it builds gave points: “earn/big”.",
                "30 points for the order. A cap for a month leaves 20 points. 20 points.",
                "“Base points” of the same group counts; this one would have given 1 point.",
                "Not in force: from 2026-07-01 to 2026-08-31.",
            ])
    }

    @Test
    func `says of each rule what came of it, in Japanese`() throws {
        #expect(
            try Self.words(.ja) == [
                "100円ごとに1ポイント。対象金額(税抜): 10%対象980円。計算値 9.8、切り捨て: 9。9ポイント。",
                "条件に合いません: 5,000円以上の注文。",
                "対象の明細がありません(カテゴリがfood)。",
                "「基本ポイント」の1.5倍。計算値 9 × 1.5 − 9 = 4.5、四捨五入: 5。5ポイント。",
                "元になるルール(「earn/big」)の付与がありません。",
                "1注文につき30ポイント。上限(1か月につき)の残りは20ポイント。20ポイント。",
                "同じグループの「基本ポイント」を適用しました(このルールでは1ポイント)。",
                "期間外です(2026-07-01から2026-08-31まで)。",
            ])
    }

    @Test
    func `explains what is left after a part came back`() throws {
        var shop = try Shop(Self.rules)
        let noon = Times.noon("2026-04-10")
        let sale = try shop.sell(Programs.basket((3_000, 1, 10), (3_000, 1, 10)), on: noon)
        try shop.takeBack([(line: "1", quantity: 1)], of: sale.id, on: noon)
        let now = try #require(shop.purchases[sale.id])
        let explanation = now.explanation(under: Self.rules, in: .en)
        #expect(explanation.sold.lines[1].award?.points == 60)
        let left = try #require(explanation.left).lines
        #expect(left[1].award == nil)
        #expect(left.compactMap(\.award?.points).reduce(0, +) == now.earned)
    }
}
