import Testing

@testable import PointsCore

/// Cancel and resell in one step.
struct ReplacementTests {
    /// ¥1,000 earned 10 points, which are spent; the new purchase of ¥600 earns 6 of them again.
    @Test(arguments: ShortfallPolicy.allCases)
    func `what the new purchase earns again is not missing`(_ policy: ShortfallPolicy) throws {
        var shop = try Shop(Programs.rules { $0.shortfall = policy })
        let old = try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.adjust(-10, on: Times.noon("2026-04-10"))
        let new = try shop.replace(
            old.id, with: Programs.basket((600, 1, 10)), on: Times.noon("2026-04-11"))
        let shortfall = try #require(new.recorded.replacement?.shortfall)
        #expect(shortfall.points == 4)
        #expect(shortfall.policy == policy)
        #expect(shortfall.keptFromRefund == Yen(policy == .refund ? 4 : 0))
        #expect(shop.wallet.available == 0)
        #expect(shop.wallet.debt == (policy == .debt ? -4 : 0))
        // 10 were taken away by hand; what nobody owes is written off.
        #expect(shop.sums[.adjusted(company: "store-co")] == (policy == .debt ? 10 : 6))
        #expect(shop.purchases[old.id]?.summary.status == .returned)
        #expect(shop.purchases[old.id]?.earned == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test(arguments: ShortfallPolicy.allCases)
    func `a larger purchase leaves nothing missing and something over`(
        _ policy: ShortfallPolicy
    ) throws {
        var shop = try Shop(Programs.rules { $0.shortfall = policy })
        let old = try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.adjust(-10, on: Times.noon("2026-04-10"))
        let new = try shop.replace(
            old.id, with: Programs.basket((1_500, 1, 10)), on: Times.noon("2026-04-10"))
        #expect(new.recorded.replacement?.shortfall.points == 0)
        #expect([shop.wallet.available, shop.wallet.debt] == [5, 0])
        #expect(shop.sums[.adjusted(company: "store-co")] == 10)
        #expect(shop.purchases[old.id]?.summary.status == .voided)
    }

    @Test
    func `points that paid the old purchase may pay the new one`() throws {
        var shop = try Shop()
        try shop.grant(300, on: Times.noon("2026-04-02"), until: "2026-12-31")
        let old = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-10"), redeem: 300)
        let new = try shop.replace(
            old.id, with: Programs.basket((800, 1, 10)), on: Times.noon("2026-04-10"),
            redeem: 250)
        #expect(new.payment.map(\.points) == [250])
        #expect(new.summary.payable == Yen(550))
        // 50 of the 300 are left, and ¥550 earn 5.
        #expect(shop.wallet.lots.map(\.points) == [50, 5])
    }

    @Test
    func `a new purchase that is refused leaves the old one as it was`() throws {
        var shop = try Shop()
        try shop.grant(300, on: Times.noon("2026-04-02"), until: "2026-12-31")
        let old = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-10"), redeem: 300)
        let before = (shop.entries, shop.wallet, shop.purchases[old.id])
        #expect(throws: Refusal.insufficientPoints(available: 300, requested: 400)) {
            try shop.replace(
                old.id, with: Programs.basket((800, 1, 10)), on: Times.noon("2026-04-10"),
                redeem: 400)
        }
        #expect(shop.entries == before.0)
        #expect(shop.wallet == before.1)
        #expect(shop.purchases[old.id] == before.2)
    }
}
