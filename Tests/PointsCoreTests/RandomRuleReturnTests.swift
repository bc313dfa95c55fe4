import Testing

@testable import PointsCore

/// Sales under random rules come back piece by piece, in any order.
struct RandomRuleReturnTests {
    /// - Returns: Points that the sales earned at first.
    private static func play(seed: UInt64) throws -> Int64 {
        var random = RandomRules(seed: seed)
        let policy = RedeemedOnReturn.allCases[Int(seed % 3)]
        let rules = Programs.rules(earn: random.earnRules()) { $0.redeemedOnReturn = policy }
        var shop = try Shop(rules)
        try shop.grant(20_000, on: Times.noon("2026-04-01"))
        var earned: Int64 = 0
        var left: [(purchase: JournalPosition, line: String, quantity: Int64)] = []
        for sale in 0..<3 {
            let lines = random.basket().lines.enumerated().map { place, line in
                BasketLine(
                    name: "\(place)", sku: line.sku, category: line.category,
                    quantity: line.quantity, amount: line.amount, taxRate: line.taxRate)
            }
            let basket = Basket(lines: lines, amountsIncludeTax: true)
            let purchase = try shop.sell(
                basket, on: Times.noon("2026-04-1\(sale)"),
                redeem: random.number(0...basket.priced.total / 2))
            earned += purchase.earned
            for line in lines {
                for _ in 0..<line.quantity { left.append((purchase.id, line.name, 1)) }
            }
        }
        left.shuffle(using: &random.random)
        for piece in left {
            try shop.takeBack(
                [(line: piece.line, quantity: piece.quantity)], of: piece.purchase,
                on: Times.noon("2026-04-20"))
            try #require(shop.invariantBroken() == nil, "seed \(seed)")
        }
        #expect(shop.purchases.values.allSatisfy { $0.earned == 0 }, "seed \(seed)")
        #expect(shop.purchases.values.allSatisfy { $0.summary.redeemed == 0 }, "seed \(seed)")
        #expect(shop.wallet.available + shop.wallet.debt == 20_000, "seed \(seed)")
        #expect(shop.member?.capCounts.counts.isEmpty == true, "seed \(seed)")
        #expect(shop.budgets.points.values.allSatisfy { $0 == 0 }, "seed \(seed)")
        #expect(shop.member?.purchaseCount == 0, "seed \(seed)")
        return earned
    }

    @Test
    func `sales under random rules that come back in any order end at nothing`() throws {
        let earned = try (1...200).map { try RandomRuleReturnTests.play(seed: UInt64($0)) }
        #expect(earned.count { $0 > 0 } > 100)
    }
}
