import Testing

@testable import PointsCore

/// What becomes of purchases whose buyer has left, or has left and come back.
struct AwayTests {
    @Test(arguments: ShortfallPolicy.allCases)
    func `points lost by leaving are not taken a second time`(_ policy: ShortfallPolicy) throws {
        var shop = try Shop(Programs.rules { $0.shortfall = policy })
        let purchase = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.withdraw(on: Times.noon("2026-04-11"))
        try shop.rejoin(on: Times.noon("2026-06-15"))
        try shop.grant(300, on: Times.noon("2026-06-16"))
        #expect(shop.wallet.available == 300)
        let returned = try shop.takeBack(of: purchase.id, on: Times.noon("2026-06-17"))
        #expect(returned.clawedBack == 100)
        #expect(returned.shortfall.points == 0)
        #expect(shop.wallet.available == 300)
        #expect(shop.sums[.forfeited(company: "store-co")] == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `points that were lost are taken once however often something comes back`() throws {
        var shop = try Shop()
        let purchase = try shop.sell(
            Programs.basket((10_000, 2, 10)), on: Times.noon("2026-04-10"))
        try shop.withdraw(on: Times.noon("2026-04-11"))
        try shop.rejoin(on: Times.noon("2026-06-15"))
        for _ in 1...2 {
            let returned = try shop.takeBack(
                [("1", 1)], of: purchase.id, on: Times.noon("2026-06-17"))
            #expect(returned.clawedBack == 50)
            #expect(returned.shortfall.points == 0)
        }
        #expect(shop.member?.forgone == [])
    }

    @Test
    func `points that go back while the member is away have their days of grace`() throws {
        var shop = try Shop(Programs.rules { $0.restore = .originalLotGrace(days: 30) })
        try shop.grant(500, on: Times.noon("2026-04-02"), until: "2026-05-05")
        let purchase = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-05-02"), redeem: 500)
        let left = shop.wallet.available
        try shop.withdraw(on: Times.noon("2026-05-06"))
        let returned = try shop.takeBack(of: purchase.id, on: Times.noon("2026-05-08"))
        #expect(returned.restored == 500)
        try shop.rejoin(on: Times.noon("2026-05-10"))
        #expect(shop.wallet.available == 500)
        #expect(left == 5)
    }

    @Test
    func `points that go back while the member is away stay expired without grace`() throws {
        var shop = try Shop(Programs.rules { $0.restore = .originalLot })
        try shop.grant(500, on: Times.noon("2026-04-02"), until: "2026-05-05")
        let purchase = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-05-02"), redeem: 500)
        try shop.withdraw(on: Times.noon("2026-05-06"))
        let returned = try shop.takeBack(of: purchase.id, on: Times.noon("2026-05-08"))
        #expect((returned.restored, returned.restoredExpired) == (0, 500))
    }

    @Test
    func `nobody comes back before leaving`() throws {
        var shop = try Shop()
        try shop.grant(500, on: Times.noon("2026-04-02"))
        try shop.withdraw(on: Times.noon("2026-05-06"))
        #expect(throws: Refusal.self) { try shop.rejoin(on: Times.noon("2026-05-05")) }
    }

    @Test
    func `nothing is shipped or comes back before it was sold`() throws {
        var shop = try Shop()
        let purchase = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-05-02"), in: Programs.web)
        let refusal = Refusal.invalidParams(
            pointer: "/occurredAt", expected: "at the time of the sale or later")
        #expect(throws: refusal) {
            try shop.takeBack(of: purchase.id, on: Times.noon("2026-05-01"))
        }
        #expect(throws: refusal) { try shop.void(purchase.id, on: Times.noon("2026-05-01")) }
        #expect(throws: refusal) { try shop.confirm(purchase.id, on: Times.noon("2026-05-01")) }
    }
}
