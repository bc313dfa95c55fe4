import Testing

@testable import PointsCore

/// What is said of a sale as a whole.
struct ExplainedSaleTests {
    private static let noon = Times.noon("2026-04-10")
    private static let basket = Programs.basket((1_000, 1, 10))

    private static func words(of sale: Purchase, under rules: Ruleset) -> [String?] {
        Language.allCases.map { sale.explanation(under: rules, in: $0).obstacle }
    }

    @Test
    func `a provisional member who does not earn`() throws {
        let rules = Programs.rules { $0.lifecycle.provisionalEarns = false }
        var shop = try Shop(rules, provisional: true)
        let sale = try shop.sell(Self.basket, on: Self.noon)
        #expect(
            Self.words(of: sale, under: rules) == [
                "仮会員にはポイントが付かない設定です。", "The buyer was a provisional member, who does not earn.",
            ])
        #expect(sale.explanation(under: rules, in: .en).sold.lines == [])
    }

    @Test
    func `a provisional member who earns`() throws {
        var shop = try Shop(provisional: true)
        let sale = try shop.sell(Self.basket, on: Self.noon)
        let explanation = sale.explanation(under: shop.rules, in: .en)
        #expect(explanation.obstacle == nil)
        #expect(explanation.sold.lines.compactMap(\.award?.points) == [10])
    }

    @Test
    func `somebody who had left when the sale came in`() throws {
        var shop = try Shop()
        try shop.withdraw(on: Times.noon("2026-04-12"))
        let sale = try shop.sell(Self.basket, on: Self.noon)
        #expect(
            Self.words(of: sale, under: shop.rules) == [
                "販売が届いた時点で退会していました。", "The buyer had left when the sale came in.",
            ])
    }

    @Test
    func `a sale that was voided before it came`() throws {
        var shop = try Shop()
        let sale = Sale(
            member: .id(Shop.id), order: "o", basket: Self.basket, redeem: 0, hold: nil)
        let entry = try shop.perform(at: Self.noon, in: Programs.store) {
            try $0.recordVoided(sale, in: Programs.store, by: JournalPosition(1))
        }
        let voided = try #require(shop.purchases[entry.position])
        #expect(
            Self.words(of: voided, under: shop.rules) == [
                "この注文は販売が届く前に取り消されていました。", "The order was voided before its sale arrived.",
            ])
        #expect(voided.explanation(under: shop.rules, in: .en).left == nil)
    }

    @Test
    func `which redemption rule let points pay, for what was sold and what is left`() throws {
        let rules = Programs.rules(
            titles: ["burn/base": Caption(ja: "ポイント払い", en: "Paying with points")]
        ) {
            $0.pointValue = 2
            $0.redeemedOnReturn = .prorate
        }
        var shop = try Shop(rules)
        try shop.grant(5_000, on: Self.noon)
        let sale = try shop.sell(
            Programs.basket((4_000, 2, 10)), on: Self.noon, redeem: 1_000)
        let english = sale.explanation(under: rules, in: .en)
        #expect(
            english.sold.redemption
                == Explanation.Redemption(
                    rule: "burn/base", title: "Paying with points", points: 1_000, money: 2_000,
                    words: "2,000 yen paid with 1,000 points."))
        #expect(
            sale.explanation(under: rules, in: .ja).sold.redemption?.words
                == "1,000ポイントで2,000円を支払いました。")
        try shop.takeBack([("1", 1)], of: sale.id, on: Self.noon)
        let now = try #require(shop.purchases[sale.id])
        let left = try #require(now.explanation(under: rules, in: .en).left)
        #expect(left.redemption?.words == "1,000 yen paid with 500 points.")
        #expect(left.lines.compactMap(\.award?.points).reduce(0, +) == now.earned)
    }
}
