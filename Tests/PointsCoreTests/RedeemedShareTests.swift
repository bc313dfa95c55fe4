import Testing

@testable import PointsCore

struct RedeemedShareTests {
    /// Three lines without tax: 8 % of ¥99 and ¥99 is 15, of which the first has 8; alone it has 7.
    private static let basket = Basket(
        lines: [
            BasketLine(
                name: "a", category: "goods", quantity: 1, amount: Yen(99), taxRate: 8),
            BasketLine(name: "b", category: "book", quantity: 1, amount: Yen(99), taxRate: 8),
            BasketLine(name: "c", category: "book", quantity: 1, amount: Yen(1_000), taxRate: 10),
        ], amountsIncludeTax: false)

    @Test
    func `no line is paid with more than it costs when tax rounds otherwise after a return`() throws
    {
        var shop = try Shop(
            Programs.rules(
                earn: [Programs.earnRule(stage: .line)],
                burn: [Programs.burnRule(lines: .category(["goods"]))]))
        try shop.grant(107, on: Times.noon("2026-04-02"))
        let purchase = try shop.sell(
            Self.basket, on: Times.noon("2026-04-10"), redeem: 107)
        #expect(purchase.summary.total == Yen(1_313))
        // ¥0, ¥106 and ¥1,100 of money earn 0, 1 and 11.
        #expect(purchase.earned == 12)
        let returned = try shop.takeBack(
            [("b", 1)], of: purchase.id, on: Times.noon("2026-04-11"))
        #expect(returned.summary.redeemed == 107)
        #expect(returned.summary.taxes.allSatisfy { $0.payable.amount >= 0 })
        #expect(
            returned.summary.taxes.reduce(0) { $0 + $1.payable.amount }
                == returned.summary.payable.amount)
        // ¥0 and ¥1,099 earn 0 and 10.
        #expect(shop.purchases[purchase.id]?.earned == 10)
    }

    @Test
    func `money that a shortfall is worth is counted however much a point is worth`() throws {
        let rules = Programs.rules(
            earn: [Programs.earnRule(award: .rate(Rate(points: Fraction(10), per: 1)))]
        ) {
            $0.pointValue = 1_000_000
            $0.shortfall = .refund
            $0.unreceiptedRefundMax = Yen.max
        }
        var shop = try Shop(rules)
        let entry = try shop.perform(at: Times.noon("2026-04-10"), in: Programs.store) {
            try $0.takeBackUnreceipted(
                Programs.basket((Yen.max.amount, 1, 10)), in: Programs.store)
        }
        guard case .unreceiptedReturned(let returned) = entry.event else {
            Issue.record("no return: \(entry.event)")
            return
        }
        #expect(returned.shortfall.points == 10 * Yen.max.amount)
        #expect(returned.shortfall.keptFromRefund == Yen.max)
    }
}
