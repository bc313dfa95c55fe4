import TestSupport
import Testing

@testable import PointsCore

struct ReturnOrderTests {
    private struct Sold {
        var shop: Shop
        let id: JournalPosition
        /// The line of each piece.
        let pieces: [String]
    }

    private static func sold(with random: inout SeededGenerator) throws -> Sold {
        let stages = EarnRule.RoundingStage.allCases
        let earn = [
            Programs.earnRule(
                includesTax: Bool.random(using: &random),
                stage: stages[Int.random(in: 0..<4, using: &random)],
                rounding: Rounding.allCases[Int.random(in: 0..<3, using: &random)]),
            Programs.earnRule(
                "earn/large", when: .orderTotal(AmountBound(min: 2_000), includesTax: true),
                award: .fixed(points: 25), group: "large", pointClass: PointClass("bonus")),
        ]
        let rules = Programs.rules(earn: earn, burn: [Programs.burnRule(percent: 50)]) {
            $0.redeemedOnReturn =
                RedeemedOnReturn.allCases[Int.random(in: 0..<3, using: &random)]
        }
        var shop = try Shop(rules)
        try shop.grant(400, on: Times.noon("2026-04-02"), until: "2026-06-30")
        try shop.grant(600, on: Times.noon("2026-04-02"), until: "2026-07-31")
        let lines = (0..<Int.random(in: 1...4, using: &random)).map { place in
            BasketLine(
                name: "\(place)", quantity: Int64.random(in: 1...3, using: &random),
                amount: Yen(Int64.random(in: 300...2_000, using: &random)),
                taxRate: Bool.random(using: &random) ? 8 : 10)
        }
        let basket = Basket(lines: lines, amountsIncludeTax: Bool.random(using: &random))
        let most = min(1_000, basket.priced.total / 2)
        let id = try shop.sell(
            basket, on: Times.noon("2026-04-10"), redeem: Int64.random(in: 1...most, using: &random)
        ).id
        let pieces = lines.flatMap { line in
            [String](repeating: line.name, count: Int(line.quantity))
        }
        return Sold(shop: shop, id: id, pieces: pieces)
    }

    @Test(arguments: UInt64(1)...40)
    func `any order of the same pieces leaves the same, and all of them nothing`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let sold = try Self.sold(with: &random)
        let some = Array(
            sold.pieces.shuffled(using: &random)
                .prefix(Int.random(in: 1...sold.pieces.count, using: &random)))
        var outcomes: [(PurchaseSummary, Int64, Int64)] = []
        for _ in 0..<3 {
            var shop = sold.shop
            var (refund, restored) = (Int64(0), Int64(0))
            for (place, line) in some.shuffled(using: &random).enumerated() {
                let moment = Times.noon("2026-04-11").adding(seconds: Int64(place))
                let returned = try shop.takeBack([(line, 1)], of: sold.id, on: moment)
                try #require(returned.refund >= .zero, "seed \(seed)")
                refund += returned.refund.amount
                restored += returned.restored
            }
            let purchase = try #require(shop.purchases[sold.id])
            outcomes.append((purchase.summary, purchase.earned, refund))
            try #require(restored == purchase.recorded.summary.redeemed - purchase.summary.redeemed)
            if some.count < sold.pieces.count {
                let rest = try shop.takeBack(of: sold.id, on: Times.noon("2026-04-12"))
                refund += rest.refund.amount
            }
            let end = try #require(shop.purchases[sold.id])
            try #require(end.earned == 0 && end.summary.redeemed == 0, "seed \(seed)")
            try #require(refund == end.recorded.summary.payable.amount, "seed \(seed)")
            // The points are in the very lots that paid, and nothing else is left.
            try #require(shop.wallet.lots.map(\.points) == [400, 600], "seed \(seed)")
            try #require(shop.wallet.debt == 0 && shop.invariantBroken() == nil, "seed \(seed)")
        }
        #expect(outcomes.allSatisfy { $0 == outcomes[0] }, "seed \(seed)")
    }
}
