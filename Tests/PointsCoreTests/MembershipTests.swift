import Testing

@testable import PointsCore

struct MembershipTests {
    private static func shop(_ rules: Ruleset = Programs.rules()) throws -> Shop {
        var shop = try Shop(rules)
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-04-20")
        try shop.grant(50, on: Times.noon("2026-04-02"), until: "2026-12-31")
        return shop
    }

    @Test
    func `leaving forfeits everything and says what`() throws {
        var shop = try Self.shop()
        _ = try shop.place(120, on: Times.noon("2026-04-03"))
        _ = try shop.sell(
            Programs.basket((3_000, 1, 10)), on: Times.noon("2026-04-03"), in: Programs.web)
        let entry = try shop.withdraw(on: Times.moment("2026-04-03T12:10:00+09:00"))
        #expect(
            entry.event
                == .withdrawn(
                    Withdrawn(
                        reason: "test", forfeited: 150, cancelledPending: 30, releasedHolds: 120)))
        #expect(shop.member?.status == .withdrawn)
        #expect([shop.wallet.available, shop.wallet.held, shop.wallet.pending] == [0, 0, 0])
        #expect(shop.sums[.forfeited(company: "store-co")] == 150)
        #expect(shop.sums[.issued(company: "ec-co")] == 0)
        #expect(shop.member?.departure?.lots.map(\.points) == [100, 50])
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try shop.withdraw(on: Times.noon("2026-04-04"))
        }
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try shop.grant(1, on: Times.noon("2026-04-04"))
        }
        #expect(shop.invariantBroken() == nil)
    }

    @Test(arguments: [(true, false), (false, true)])
    func `holds or pending points may forbid leaving`(_ byHolds: Bool, _ byPending: Bool) throws {
        var shop = try Self.shop(
            Programs.rules {
                $0.lifecycle.holdsBlockWithdrawal = byHolds
                $0.lifecycle.pendingBlocksWithdrawal = byPending
            })
        let hold = byHolds ? try shop.place(20, on: Times.noon("2026-04-03")) : nil
        if byPending {
            _ = try shop.sell(
                Programs.basket((3_000, 1, 10)), on: Times.noon("2026-04-03"), in: Programs.web)
        }
        #expect(
            throws: Refusal.withdrawalBlocked(
                Shop.id, held: byHolds ? 20 : 0, pending: byPending ? 30 : 0)
        ) { try shop.withdraw(on: Times.noon("2026-04-03")) }
        guard let hold else { return }
        // A hold that has run out forbids nothing.
        try shop.withdraw(on: Times.noon("2026-04-04"))
        #expect(throws: Refusal.holdExpired(hold)) {
            try shop.release(hold, on: Times.noon("2026-04-04"))
        }
    }

    @Test(arguments: [
        ("2026-04-20", Int64(150)), ("2026-04-21", 50), ("2026-05-10", 50), ("2026-05-11", 0),
    ])
    func `within the days of grace the points come back, less what expired`(
        _ day: String, _ restored: Int64
    ) throws {
        var shop = try Self.shop()
        try shop.withdraw(on: Times.noon("2026-04-10"))
        let entry = try shop.rejoin(on: Times.noon(day))
        #expect(entry.event == .rejoined(Rejoined(on: Times.day(day), restored: restored)))
        #expect(shop.wallet.available == restored)
        #expect(shop.member?.status == .active)
        #expect(shop.member?.period == 2)
        #expect(shop.member?.joinedOn == Times.day(day))
        #expect(shop.sums[.forfeited(company: "store-co")] == 150 - restored)
        #expect(shop.invariantBroken() == nil)
        #expect(throws: Refusal.memberNotWithdrawn(Shop.id)) {
            try shop.rejoin(on: Times.noon(day))
        }
    }

    @Test
    func `points are not restored twice`() throws {
        var shop = try Self.shop()
        try shop.withdraw(on: Times.noon("2026-04-10"))
        try shop.rejoin(on: Times.noon("2026-06-10"))
        try shop.withdraw(on: Times.noon("2026-06-11"))
        try shop.rejoin(on: Times.noon("2026-06-12"))
        #expect(shop.wallet.available == 0)
    }

    @Test
    func `a return of somebody who has left is booked and makes nobody spendable`() throws {
        var shop = try Self.shop()
        let sale = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-03"), redeem: 120)
        try shop.withdraw(on: Times.noon("2026-04-04"))
        let returned = try shop.takeBack(of: sale.id, on: Times.noon("2026-04-05"))
        #expect(returned.refund == Yen(880))
        #expect(shop.wallet.available == 0)
        #expect(shop.sums[.redeemed(company: "store-co")] == 0)
        // The 120 redeemed points are forfeited too, and the 8 earned ones are taken from what was left behind.
        #expect(shop.wallet.debt == 0)
        #expect(shop.sums[.forfeited(company: "store-co")] == 150)
        try shop.rejoin(on: Times.noon("2026-04-06"))
        #expect(shop.wallet.available == 150)
        #expect(shop.sums[.forfeited(company: "store-co")] == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `debt stays on record and is taken up again`() throws {
        var shop = try Shop()
        let sale = try shop.sell(Programs.basket((5_000, 1, 10)), on: Times.noon("2026-04-03"))
        try shop.adjust(-50, on: Times.noon("2026-04-03"))
        try shop.takeBack(of: sale.id, on: Times.noon("2026-04-04"))
        try shop.withdraw(on: Times.noon("2026-04-05"))
        #expect(shop.wallet.debt == -50)
        try shop.rejoin(on: Times.noon("2026-04-06"))
        try shop.grant(20, on: Times.noon("2026-04-07"))
        #expect(shop.wallet.debt == -30)
        #expect(shop.wallet.available == 0)
        try shop.sell(Programs.basket((4_000, 1, 10)), on: Times.noon("2026-04-08"))
        #expect(shop.wallet.debt == 0)
        #expect(shop.wallet.available == 10)
        #expect(shop.invariantBroken() == nil)
    }
}
