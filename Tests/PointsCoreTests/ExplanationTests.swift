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

    private static func words(_ language: Language) throws -> [String] {
        var shop = try Shop(rules)
        let sale = try shop.sell(Programs.basket((1_078, 1, 10)), on: Times.noon("2026-04-10"))
        let explanation = sale.explanation(under: rules, in: language)
        #expect(explanation.left == nil)
        #expect(explanation.sold.compactMap(\.award) == sale.recorded.awards)
        return explanation.sold.map(\.words)
    }

    @Test
    func `says of each rule what came of it, in English`() throws {
        #expect(
            try Self.words(.en) == [
                "1 point for every 100. Money without tax 10%: 980. Exactly 49/5, rounded down 9. 9 points.",
                "Does not apply: it asks for order total at least 5000 with tax.",
                "None of its lines is there (category food).",
                "3/2 times earn/base. Exactly 9/2, rounded half up 5. 5 points.",
                "None of the rules on which it builds gave points: earn/big.",
                "30 points for the order. Exactly 30. A cap (per month) leaves 20. 20 points.",
                "earn/base of the same group counts; this one would have given 1.",
                "Not in force: 2026-07-01〜2026-08-31.",
            ])
    }

    @Test
    func `says of each rule what came of it, in Japanese`() throws {
        #expect(
            try Self.words(.ja) == [
                "100円につき 1ポイント。対象金額(税抜) 10%: 980。計算値 49/5、切り捨て 9。9ポイント。",
                "条件に合いません: 注文合計5000以上(税込)。",
                "対象の明細がありません(カテゴリ: food)。",
                "earn/base の 3/2倍。計算値 9/2、四捨五入 5。5ポイント。",
                "元になるルール(earn/big)の付与がありません。",
                "注文ごとに 30ポイント。計算値 30。上限(1か月)の残り 20。20ポイント。",
                "同じグループの earn/base を適用しました(このルールでは 1ポイント)。",
                "期間外(2026-07-01〜2026-08-31)。",
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
        #expect(explanation.sold[1].award?.points == 60)
        let left = try #require(explanation.left)
        #expect(left[1].award == nil)
        #expect(left.compactMap(\.award?.points).reduce(0, +) == now.earned)
    }

    private static let conditions: [(condition: Condition, en: String, ja: String)] = [
        (.channel(["store", "ec"]), "channel ec, store", "チャネル: ec・store"),
        (.company(["a"]), "company a", "会社: a"), (.store(["a"]), "store a", "店舗: a"),
        (.terminal(["a"]), "terminal a", "端末: a"), (.tier(["gold"]), "rank gold", "会員ランク: gold"),
        (.paymentMethod(["cash"]), "payment method cash", "支払方法: cash"),
        (.dayOfMonth([20, 5]), "day of the month 5, 20", "毎月5日・20日"),
        (.weekday([7, 6]), "Sat, Sun", "土曜日・日曜日"),
        (
            .dates([
                Times.day("2026-12-24")...Times.day("2026-12-24"),
                Times.day("2026-12-26")...Times.day("2026-12-31"),
            ]), "2026-12-24, 2026-12-26〜2026-12-31", "2026-12-24・2026-12-26〜2026-12-31"
        ),
        (.timeOfDay(from: 1_200, to: 125), "20:00〜02:05", "20:00〜02:05"),
        (
            .orderTotal(AmountBound(min: 1, max: 2), includesTax: false),
            "order total 1 to 2 without tax", "注文合計1〜2(税抜)"
        ),
        (
            .basket(
                BasketBound(
                    lines: .sku(["a"]), quantity: AmountBound(min: 3),
                    amount: AmountBound(max: 9), includesTax: true)),
            "at least 3 pieces, at most 9 with tax of article a", "対象商品(商品: a): 3点以上・9以下(税込)"
        ),
        (.firstPurchase(true), "the member's first purchase", "初回購入"),
        (.firstPurchase(false), "not the member's first purchase", "2回目以降の購入"),
        (
            .memberSince(
                MembershipAge(
                    joined: Times.day("2026-04-01")...Times.day("2026-04-30"),
                    days: AmountBound(max: 30))),
            "joined 2026-04-01〜2026-04-30, member for at most 30 days",
            "入会日 2026-04-01〜2026-04-30・入会から30日以下"
        ),
        (.person(.birthdayMonth), "a birthday in this month", "誕生月"),
        (.person(.age(60...150)), "an age of 60 to 150", "60〜150歳"),
        (.all([]), "no condition", "条件なし"),
        (
            .any([.not(.channel(["ec"])), .all([.weekday([1]), .tier(["gold"])])]),
            "not (channel ec) or Mon and rank gold", "「チャネル: ec」でない、または 月曜日、かつ 会員ランク: gold"
        ),
    ]

    @Test(arguments: conditions)
    func `says what a condition asks for`(_ condition: Condition, _ en: String, _ ja: String) {
        #expect(condition.words(in: .en) == en)
        #expect(condition.words(in: .ja) == ja)
    }
}
