import Testing

@testable import PointsCore

/// ¥1,000 and ¥600 are bought, 400 of it paid with points, and the second line comes back on 10 May.
///
/// Of the points, 300 expire on 30 April and 100 on 31 December. The ¥1,200 of money earned 12 points, which are
/// taken away again by hand.
struct ReturnPolicyTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let redeemed: RedeemedOnReturn
        let restore: RestorePolicy
        /// What the till says.
        let refund: Int64
        let restored: Int64
        let restoredExpired: Int64
        let clawedBack: Int64
        /// Where that leaves the member.
        let available: Int64
        let shortfall: Int64

        var testDescription: String { "\(redeemed.rawValue), \(restore)" }
    }

    static let rows = [
        // ¥1,000 still absorb all 400 points: 600 earn 6.
        Row(
            redeemed: .keepOnRemaining, restore: .originalLot, refund: 600, restored: 0,
            restoredExpired: 0, clawedBack: 6, available: 0, shortfall: 6),
        Row(
            redeemed: .keepOnRemaining, restore: .originalLotGrace(days: 30), refund: 600,
            restored: 0, restoredExpired: 0, clawedBack: 6, available: 0, shortfall: 6),
        Row(
            redeemed: .keepOnRemaining, restore: .newLot, refund: 600, restored: 0,
            restoredExpired: 0, clawedBack: 6, available: 0, shortfall: 6),
        // 400 × 1,000 ÷ 1,600 = 250 stay: 750 earn 7. 150 go back, 100 of December first, then 50 of April.
        Row(
            redeemed: .prorate, restore: .originalLot, refund: 450, restored: 100,
            restoredExpired: 50, clawedBack: 5, available: 95, shortfall: 0),
        Row(
            redeemed: .prorate, restore: .originalLotGrace(days: 30), refund: 450, restored: 150,
            restoredExpired: 0, clawedBack: 5, available: 145, shortfall: 0),
        Row(
            redeemed: .prorate, restore: .newLot, refund: 450, restored: 150, restoredExpired: 0,
            clawedBack: 5, available: 145, shortfall: 0),
        // ¥600 come back: 400 points, then ¥200. 1,000 earn 10.
        Row(
            redeemed: .restoreFirst, restore: .originalLot, refund: 200, restored: 100,
            restoredExpired: 300, clawedBack: 2, available: 98, shortfall: 0),
        Row(
            redeemed: .restoreFirst, restore: .originalLotGrace(days: 30), refund: 200,
            restored: 400, restoredExpired: 0, clawedBack: 2, available: 398, shortfall: 0),
        Row(
            redeemed: .restoreFirst, restore: .newLot, refund: 200, restored: 400,
            restoredExpired: 0, clawedBack: 2, available: 398, shortfall: 0),
    ]

    private static func sold(_ rules: Ruleset) throws -> (shop: Shop, purchase: JournalPosition) {
        var shop = try Shop(rules)
        try shop.grant(300, on: Times.noon("2026-04-02"), until: "2026-04-30")
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-12-31")
        let purchase = try shop.sell(
            Programs.basket((1_000, 1, 10), (600, 1, 10)), on: Times.noon("2026-04-10"), redeem: 400
        )
        #expect(purchase.summary.payable == Yen(1_200))
        #expect(purchase.earned == 12)
        try shop.adjust(-12, on: Times.noon("2026-04-11"))
        return (shop, purchase.id)
    }

    @Test(arguments: rows, ShortfallPolicy.allCases)
    func `follows each policy to the point`(_ row: Row, _ shortfall: ShortfallPolicy) throws {
        let rules = Programs.rules {
            $0.redeemedOnReturn = row.redeemed
            $0.restore = row.restore
            $0.shortfall = shortfall
        }
        var (shop, id) = try Self.sold(rules)
        let returned = try shop.takeBack([("2", 1)], of: id, on: Times.noon("2026-05-10"))
        #expect(returned.refund == Yen(row.refund))
        #expect(returned.restored == row.restored)
        #expect(returned.restoredExpired == row.restoredExpired)
        #expect(returned.clawedBack == row.clawedBack)
        #expect(returned.shortfall.points == row.shortfall)
        #expect(returned.shortfall.keptFromRefund == Yen(shortfall == .refund ? row.shortfall : 0))
        #expect(returned.shortfall.policy == shortfall)
        #expect(returned.summary.status == .partlyReturned)
        #expect(returned.summary.total == Yen(1_000))
        #expect(returned.summary.payable == Yen(1_200 - row.refund))
        #expect(shop.wallet.available == row.available)
        #expect(shop.wallet.debt == (shortfall == .debt ? -row.shortfall : 0))
        let rest = try shop.takeBack(of: id, on: Times.noon("2026-05-11"))
        #expect(rest.refund == Yen(1_200 - row.refund))
        #expect(
            returned.restored + returned.restoredExpired + rest.restored + rest.restoredExpired
                == 400)
        #expect(returned.clawedBack + rest.clawedBack == 12)
        #expect(rest.summary.status == .returned)
        let purchase = try #require(shop.purchases[id])
        #expect(purchase.earned == 0)
        #expect(purchase.summary.redeemed == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `restores to a lot with days of grace, to a new lot, or to the very lot`() throws {
        func lots(_ policy: RestorePolicy) throws -> [String] {
            let rules = Programs.rules {
                $0.redeemedOnReturn = .restoreFirst
                $0.restore = policy
                $0.shortfall = .forgive
            }
            var (shop, id) = try Self.sold(rules)
            try shop.takeBack([("2", 1)], of: id, on: Times.noon("2026-05-10"))
            return shop.wallet.lots.map {
                "\($0.points) of \($0.terms.grantedOn) to \($0.terms.expiresOn?.description ?? "")"
            }
        }
        #expect(try lots(.originalLot) == ["98 of 2026-04-02 to 2026-12-31"])
        #expect(
            try lots(.originalLotGrace(days: 30)) == [
                "298 of 2026-04-02 to 2026-06-09", "100 of 2026-04-02 to 2026-12-31",
            ])
        #expect(try lots(.newLot) == ["398 of 2026-05-10 to 2027-05-10"])
    }

    @Test
    func `keeps no more money back than goes back`() throws {
        let rules = Programs.rules(
            earn: [Programs.earnRule(award: .rate(Rate(points: Fraction(5), per: 1)))]
        ) { $0.shortfall = .refund }
        var shop = try Shop(rules)
        let purchase = try shop.sell(
            Programs.basket((100, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.adjust(-500, on: Times.noon("2026-04-10"))
        let returned = try shop.takeBack(of: purchase.id, on: Times.noon("2026-04-11"))
        #expect(returned.clawedBack == 500)
        #expect(returned.shortfall.points == 500)
        #expect(returned.refund == Yen(100))
        #expect(returned.shortfall.keptFromRefund == Yen(100))
        #expect(shop.wallet.available == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `takes back the purchase's own lot before older ones`() throws {
        var shop = try Shop()
        try shop.grant(50, on: Times.noon("2026-04-02"), until: "2026-05-01")
        let purchase = try shop.sell(
            Programs.basket((1_000, 2, 10)), on: Times.noon("2026-04-10"))
        try shop.takeBack([("1", 1)], of: purchase.id, on: Times.noon("2026-04-12"))
        #expect(shop.wallet.lots.map(\.points) == [50, 5])
        #expect(shop.wallet.lots.last?.terms.grantedOn == Times.day("2026-04-10"))
    }
}
