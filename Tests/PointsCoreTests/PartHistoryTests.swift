import TestSupport
import Testing

@testable import PointsCore

/// Random orders that are shipped, come back and are replaced piece by piece, without anything that expires.
struct PartHistoryTests {
    private static let kinds = ["goods", "gift", "book"]

    /// Books may not be paid with points, gifts earn nothing.
    private static func rules(_ generator: inout SeededGenerator) -> Ruleset {
        let stages: [EarnRule.RoundingStage] = [.order, .line, .unit, .taxRate]
        let stage = stages.randomElement(using: &generator) ?? .order
        let base = Programs.earnRule(
            lines: .category(["goods", "book"]), includesTax: Bool.random(using: &generator),
            redeemed: Bool.random(using: &generator) ? .deduct : .deductAtBaseRate, stage: stage)
        let book = Programs.earnRule(
            "earn/book", lines: .category(["book"]), group: "book",
            pointClass: PointClass("book"), orderCap: 7)
        let burn = Programs.burnRule(
            lines: .category(["goods", "gift"]),
            percent: Bool.random(using: &generator) ? 100 : 50)
        let policy = RedeemedOnReturn.allCases.randomElement(using: &generator)
        let pointValue: Int64 = Bool.random(using: &generator) ? 1 : 3
        return Programs.rules(earn: [base, book], burn: [burn]) {
            $0.validity = .unlimited
            $0.redeemedOnReturn = policy ?? .prorate
            $0.pointValue = pointValue
        }
    }

    private static func basket(_ generator: inout SeededGenerator) -> Basket {
        let lines = (1...Int.random(in: 1...4, using: &generator)).map { place in
            BasketLine(
                name: String(place), category: kinds.randomElement(using: &generator),
                quantity: Int64.random(in: 1...3, using: &generator),
                amount: Yen(Int64.random(in: 0...1_500, using: &generator)),
                taxRate: Bool.random(using: &generator) ? 8 : 10)
        }
        return Basket(lines: lines, amountsIncludeTax: Bool.random(using: &generator))
    }

    private static let channels = [Programs.store, Programs.web, Programs.slowWeb]

    /// Some pieces of what is there; `nil` if there are none.
    private static func pieces(
        of there: [Int64], _ generator: inout SeededGenerator
    ) -> [(line: String, quantity: Int64)]? {
        let some = there.enumerated().compactMap { place, count in
            let quantity = Int64.random(in: 0...count, using: &generator)
            return quantity > 0 ? (line: String(place + 1), quantity: quantity) : nil
        }
        return some.isEmpty ? nil : some
    }

    private static func sale(
        in shop: Shop, _ rules: Ruleset, _ generator: inout SeededGenerator
    ) -> (basket: Basket, redeem: Int64) {
        let basket = basket(&generator)
        let most = rules.redeemable(of: basket.priced, in: Programs.context()).max
        let some = min(most, max(0, shop.wallet.available))
        return (basket, Int64.random(in: 0...some, using: &generator))
    }

    private static func step(
        _ shop: inout Shop, at now: Instant, leaves: Bool, _ generator: inout SeededGenerator
    ) throws {
        let channel = channels.randomElement(using: &generator) ?? Programs.web
        let known = shop.purchases.values.filter { $0.left.contains { $0 > 0 } }
            .sorted { $0.id < $1.id }
        let purchase = known.randomElement(using: &generator)
        let rules = shop.rules
        switch (Int.random(in: 0..<12, using: &generator), purchase) {
        case (0..<4, let purchase?):
            try shop.takeBack(
                pieces(of: purchase.left, &generator), of: purchase.id, on: now)
        case (4..<8, let purchase?) where !purchase.isConfirmed:
            try shop.confirm(
                purchase.id, pieces(of: purchase.unshipped, &generator), on: now)
        case (8, let purchase?):
            let (basket, redeem) = sale(in: shop, rules, &generator)
            let sale = Sale(
                member: nil, order: "r\(shop.entries.count)", basket: basket,
                redeem: redeem, hold: nil)
            do {
                try shop.perform(at: now, in: channel) {
                    try $0.replace(
                        purchase, rules: rules, with: sale, in: channel, takesOrderFrom: nil)
                }
            } catch let refusal as Refusal {
                // What has just come back may be too little to pay with.
                try #require(refusal.code == .insufficientPoints)
            }
        case (9, _) where leaves:
            try shop.withdraw(on: now)
            try shop.rejoin(on: now)
        default:
            let (basket, redeem) = sale(in: shop, rules, &generator)
            try shop.sell(basket, on: now, in: channel, redeem: redeem)
        }
    }

    @Test(arguments: [UInt64](1...40), [false, true])
    func `points are neither lost nor invented`(_ seed: UInt64, _ leaves: Bool) throws {
        var generator = SeededGenerator(seed: seed)
        var shop = try Shop(Self.rules(&generator))
        try shop.grant(2_000, on: Times.noon("2026-04-02"))
        var now = Times.noon("2026-04-03")
        for _ in 0..<40 {
            now = now.adding(
                seconds: [0, 3_600, 86_400, 900_000][Int.random(in: 0..<4, using: &generator)])
            try Self.step(&shop, at: now, leaves: leaves, &generator)
            #expect(shop.invariantBroken() == nil, "seed \(seed)")
            if !leaves { try check(shop, seed) }
        }
        for purchase in shop.purchases.values.sorted(by: { $0.id > $1.id })
        where purchase.left.contains(where: { $0 > 0 }) {
            try shop.takeBack(of: purchase.id, on: now)
        }
        #expect(shop.wallet.pending == 0, "seed \(seed)")
        #expect(shop.wallet.available + shop.wallet.debt == 2_000, "seed \(seed)")
    }

    /// What a member has is what was given, earned by what is kept, less what pays for it.
    private func check(_ shop: Shop, _ seed: UInt64) throws {
        let wallet = shop.wallet
        let purchases = shop.purchases.values
        let expected = purchases.reduce(Int64(2_000)) {
            $0 + $1.earned - $1.summary.redeemed
        }
        #expect(
            wallet.available + wallet.pending + wallet.debt == expected, "seed \(seed)")
        for purchase in purchases {
            let waiting = wallet.pendingGrants(of: purchase.id).reduce(0) { $0 + $1.points }
            let unconfirmed = zip(purchase.grants, purchase.confirmed).reduce(Int64(0)) {
                $0 + $1.0.points - $1.1
            }
            #expect(waiting == unconfirmed, "seed \(seed)")
            #expect(
                purchase.summary.taxes.allSatisfy { $0.payable.amount >= 0 }, "seed \(seed)")
            let context = purchase.context(in: shop.rules.program.calendar)
            let shares = shop.rules.shares(
                ofRedeemed: purchase.summary.redeemed, in: purchase.remaining,
                under: purchase.burnRule(of: shop.rules, context: context))
            let evaluation = shop.rules.evaluate(
                purchase.remaining, shares: shares, in: context)
            if !purchase.recorded.awards.isEmpty {
                #expect(purchase.earned == evaluation.points, "seed \(seed)")
            }
        }
    }
}
