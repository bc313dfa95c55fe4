import TestSupport
import Testing

@testable import PointsCore

/// Points as a discount, by tax rate.
struct TaxShareTests {
    /// 21 points over ¥540 at 8 % and ¥550 at 10 %: 10.4 and 10.6, by largest remainder 10 and 11.
    @Test
    func `points are spread over the rates as over the lines`() throws {
        var shop = try Shop()
        try shop.grant(21, on: Times.noon("2026-04-02"))
        let summary = try shop.sell(
            Programs.basket((550, 1, 10), (540, 1, 8)), on: Times.noon("2026-04-10"), redeem: 21
        ).summary
        #expect(
            summary.taxes == [
                TaxShare(rate: 8, total: Yen(540), discount: Yen(10)),
                TaxShare(rate: 10, total: Yen(550), discount: Yen(11)),
            ])
        // 530 × 8 ÷ 108 = 39.2 and 539 × 10 ÷ 110 = 49.
        #expect(summary.taxes.map(\.tax) == [Yen(39), Yen(49)])
        #expect(summary.payable == Yen(1_069))
    }

    @Test(arguments: UInt64(60)..<90)
    func `discounts add up to what the points are worth`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let value = Int64.random(in: 1...3, using: &random)
        var shop = try Shop(Programs.rules { $0.pointValue = value })
        try shop.grant(1_000, on: Times.noon("2026-04-02"))
        let lines = (0..<Int.random(in: 1...6, using: &random)).map { place in
            BasketLine(
                name: "\(place)", quantity: 2,
                amount: Yen(Int64.random(in: 10...900, using: &random)),
                taxRate: [0, 8, 10].randomElement(using: &random) ?? 0)
        }
        let basket = Basket(lines: lines, amountsIncludeTax: Bool.random(using: &random))
        let most = min(1_000, basket.priced.total / value)
        let sale = try shop.sell(
            basket, on: Times.noon("2026-04-10"),
            redeem: Int64.random(in: 1...most, using: &random))
        let left = try shop.takeBack(
            [(lines[0].name, 1)], of: sale.id, on: Times.noon("2026-04-11")
        ).summary
        for summary in [sale.summary, left] {
            let taxes = summary.taxes
            #expect(
                taxes.reduce(0) { $0 + $1.discount.amount } == summary.redeemed * value,
                "seed \(seed)")
            #expect(
                taxes.reduce(0) { $0 + $1.total.amount } == summary.total.amount, "seed \(seed)")
            #expect(taxes.map(\.rate) == taxes.map(\.rate).sorted(), "seed \(seed)")
        }
    }
}
