import Testing

@testable import PointsCore

struct PhrasingTests {
    private static let phrasing = Phrasing(currency: "JPY", titles: [:])

    private static let food = LineCondition.any([.sku(["x"]), .category(["c"])])

    private static func joined(
        _ first: String, _ last: String, days: AmountBound = AmountBound()
    ) -> Condition {
        .memberSince(MembershipAge(joined: Times.day(first)...Times.day(last), days: days))
    }

    private static let conditions: [(condition: Condition, en: String, ja: String)] = [
        (.channel(["store", "ec"]), "channel ec or store", "チャネルがecまたはstore"),
        (.company(["a"]), "company a", "会社がa"), (.store(["a"]), "store a", "店舗がa"),
        (.terminal(["a"]), "terminal a", "端末がa"), (.tier(["gold"]), "tier gold", "会員ランクがgold"),
        (.paymentMethod(["cash"]), "payment method cash", "支払方法がcash"),
        (.dayOfMonth([20, 5]), "day 5 or 20 of the month", "毎月5日または20日"),
        (.weekday([7, 6]), "Saturday or Sunday", "土曜日または日曜日"),
        (
            .dates([
                Times.day("2026-12-24")...Times.day("2026-12-24"),
                Times.day("2026-12-26")...Times.day("2026-12-31"),
            ]), "2026-12-24 or from 2026-12-26 to 2026-12-31",
            "2026-12-24または2026-12-26から2026-12-31まで"
        ),
        (.timeOfDay(from: 1_200, to: 125), "from 20:00 to 02:05", "20:00から02:05まで"),
        (
            .orderTotal(AmountBound(min: 1, max: 2_000), includesTax: false),
            "an order of 1 yen to 2,000 yen without tax", "1円以上2,000円以下(税抜)の注文"
        ),
        (
            .basket(
                BasketBound(
                    lines: food, quantity: AmountBound(min: 3), amount: AmountBound(max: 9),
                    includesTax: true)),
            "3 pieces or more and at most 9 yen of (SKU x, or category c)",
            "対象商品(SKUがx、またはカテゴリがc)が3個以上かつ9円以下"
        ),
        (.firstPurchase(true), "the first purchase", "初回購入"),
        (.firstPurchase(false), "not the first purchase", "2回目以降の購入"),
        (
            joined("2026-04-01", "2026-04-30", days: AmountBound(max: 30)),
            "a member who joined from 2026-04-01 to 2026-04-30, and a member for at most 30 days",
            "入会日が2026-04-01から2026-04-30まで、かつ入会から30日以下"
        ),
        (
            joined("0001-01-01", "2020-05-01"), "a member who joined on or before 2020-05-01",
            "入会日が2020-05-01以前"
        ),
        (
            joined("2020-05-01", "9999-12-31"), "a member who joined on or after 2020-05-01",
            "入会日が2020-05-01以降"
        ),
        (.person(.birthdayMonth), "the month of the birthday", "誕生月"),
        (.person(.age(60...150)), "an age of at least 60", "60歳以上"),
        (.person(.age(0...17)), "an age of at most 17", "17歳以下"),
        (.person(.age(20...29)), "an age of 20 to 29", "20歳以上29歳以下"),
        (.all([]), "no condition", "条件なし"),
        (.any([.weekday([1])]), "Monday", "月曜日"),
        (
            .any([.not(.channel(["ec"])), .all([.weekday([1]), .tier(["gold"])])]),
            "not (channel ec), or (Monday, and tier gold)",
            "(チャネルがec)以外、または(月曜日、かつ会員ランクがgold)"
        ),
        (
            .all([
                .any([.weekday([1]), .tier(["gold"])]), .not(.any([.store(["a"]), .store(["b"])])),
            ]),
            "(Monday, or tier gold), and not (store a, or store b)",
            "(月曜日、または会員ランクがgold)、かつ(店舗がa、または店舗がb)以外"
        ),
    ]

    @Test(arguments: conditions)
    func `says what a condition asks for`(_ condition: Condition, _ en: String, _ ja: String) {
        #expect(Self.phrasing.condition(condition) == Words(ja: ja, en: en))
    }

    @Test(arguments: [
        (LineCondition.all([]), "all lines", "すべての明細"),
        (
            .all([food, .not(.sku(["y"]))]), "(SKU x, or category c), and not (SKU y)",
            "(SKUがx、またはカテゴリがc)、かつ(SKUがy)以外"
        ),
        (.not(.category(["a", "b", "c"])), "not (category a, b or c)", "(カテゴリがa、bまたはc)以外"),
    ])
    func `says which lines are meant`(_ lines: LineCondition, _ en: String, _ ja: String) {
        #expect(Self.phrasing.lines(lines) == Words(ja: ja, en: en))
    }

    @Test
    func `counts names instead of telling very many`() {
        let names = (1_000..<2_000).map { "\($0)" }
        let told = names.prefix(CoreLimits.namesInWordsMax).joined(separator: ", ")
        #expect(Self.phrasing.lines(.sku(Set(names))).en == "SKU \(told) or 980 more")
        #expect(Self.phrasing.rules(names).ja.hasSuffix("「1019」、ほか980件"))
    }

    @Test(arguments: [
        (Fraction(49, over: 5), "9.8", "9.8"), (Fraction(1_234_567), "1,234,567", "1,234,567"),
        (Fraction(-1, over: 8), "-0.125", "-0.125"), (Fraction(50, over: 3), "16 2/3", "16と2/3"),
        (Fraction(-2, over: 3), "-2/3", "-2/3"), (Fraction(5_001, over: 4), "1,250.25", "1,250.25"),
        (Fraction(1, over: 1_000_000_000), "0.000000001", "0.000000001"),
    ])
    func `says exact numbers`(_ number: Fraction, _ en: String, _ ja: String) {
        #expect(Words.number(number) == Words(ja: ja, en: en))
    }
}
