import Testing

@testable import PointsCore

/// What comes back without a receipt.
struct UnreceiptedReturnTests {
    private static let goods = Programs.basket((3_300, 1, 10))
    private static let day = Times.noon("2026-04-10")

    private static func shop(
        _ points: Int64, most: Yen? = Yen(5_000), _ policy: ShortfallPolicy = .debt
    ) throws -> Shop {
        var shop = try Shop(
            Programs.rules {
                $0.unreceiptedRefundMax = most
                $0.shortfall = policy
            })
        try shop.grant(points, on: Times.noon("2026-04-02"), until: "2026-12-31")
        return shop
    }

    @Test
    func `takes back what the goods would earn today`() throws {
        var shop = try Self.shop(100)
        let returned = try shop.takeBackUnreceipted(Self.goods, on: Self.day)
        #expect(returned.clawedBack == 33)
        #expect(returned.refund == Yen(3_300))
        #expect(returned.shortfall.points == 0)
        #expect(shop.wallet.available == 67)
        #expect(shop.invariantBroken() == nil)
    }

    /// 33 points are due and 10 are there.
    @Test(arguments: ShortfallPolicy.allCases)
    func `what is missing without a receipt follows the policy`(
        _ policy: ShortfallPolicy
    ) throws {
        var shop = try Self.shop(10, policy)
        let returned = try shop.takeBackUnreceipted(Self.goods, on: Self.day)
        #expect(returned.clawedBack == 33)
        #expect(returned.shortfall.points == 23)
        #expect(returned.shortfall.keptFromRefund == Yen(policy == .refund ? 23 : 0))
        #expect(shop.wallet.available == 0)
        #expect(shop.wallet.debt == (policy == .debt ? -23 : 0))
        #expect(shop.sums[.adjusted(company: "store-co")] ?? 0 == (policy == .debt ? 0 : -23))
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `without a receipt no more money is given than the program says`() throws {
        var shop = try Self.shop(100)
        #expect {
            _ = try shop.takeBackUnreceipted(Programs.basket((5_001, 1, 10)), on: Self.day)
        } throws: {
            ($0 as? Refusal)?.code == .forbidden
        }
        #expect(shop.wallet.available == 100)
        let most = try shop.takeBackUnreceipted(Programs.basket((5_000, 1, 10)), on: Self.day)
        #expect(most.refund == Yen(5_000))
        var strict = try Self.shop(100, most: nil)
        #expect {
            _ = try strict.takeBackUnreceipted(Programs.basket((1, 1, 10)), on: Self.day)
        } throws: {
            ($0 as? Refusal)?.code == .forbidden
        }
    }
}
