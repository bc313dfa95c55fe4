import Testing

@testable import PointsCore

struct PendingTests {
    private static let sold = Times.noon("2026-04-10")

    private static func order(
        in channel: Channel = Programs.web
    ) throws -> (shop: Shop, id: JournalPosition) {
        var shop = try Shop()
        let purchase = try shop.sell(Programs.basket((10_000, 4, 10)), on: sold, in: channel)
        #expect(purchase.summary.status == .pending)
        #expect(shop.wallet.pending == 100)
        #expect(shop.wallet.available == 0)
        return (shop, purchase.id)
    }

    @Test
    func `a confirmation makes points spendable from its own day on`() throws {
        var (shop, id) = try Self.order()
        try shop.confirm(id, on: Times.noon("2026-04-20"))
        #expect(
            shop.wallet.lots == [
                Lot(
                    terms: Samples.terms("2027-04-20", granted: "2026-04-20", company: "ec-co"),
                    points: 100)
            ])
        #expect(shop.wallet.pending == 0)
        #expect(shop.purchases[id]?.summary.status == .completed)
        #expect(throws: Refusal.purchaseClosed(id, why: "The purchase is confirmed already.")) {
            try shop.confirm(id, on: Times.noon("2026-04-20"))
        }
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a confirmation may count some days later, without any batch`() throws {
        var (shop, id) = try Self.order(in: Programs.slowWeb)
        try shop.confirm(id, on: Times.noon("2026-04-20"))
        #expect(
            shop.wallet.pendingGrants.first?.confirmsAt == Times.moment("2026-05-04T05:00:00+09:00")
        )
        #expect(throws: Refusal.insufficientPoints(available: 0, requested: 1)) {
            _ = try shop.place(1, on: Times.moment("2026-05-04T04:59:59+09:00"))
        }
        _ = try shop.place(1, on: Times.moment("2026-05-04T05:00:00+09:00"))
        #expect(shop.wallet.available == 99)
        let matured = shop.entries[shop.entries.count - 2]
        #expect(matured.event == .pendingMatured(purchase: id))
        #expect(matured.cause.occurredAt == Times.moment("2026-05-04T05:00:00+09:00"))
        #expect(matured.cause.businessDay == Times.day("2026-05-04"))
        #expect(shop.wallet.lots.first?.terms.expiresOn == Times.day("2027-05-04"))
    }

    @Test
    func `counts at the latest so many days after the sale`() throws {
        var (shop, id) = try Self.order(in: Programs.slowWeb)
        var late = shop
        try late.confirm(id, on: Times.noon("2026-07-01"))
        #expect(
            late.wallet.pendingGrants.first?.confirmsAt == Times.moment("2026-07-09T05:00:00+09:00")
        )
        try shop.adjust(-100, on: Times.noon("2026-07-09"))
        #expect(shop.wallet.available == 0)
        #expect(shop.wallet.pending == 0)
    }

    @Test
    func `an order of which part was shipped is returned, not voided`() throws {
        var (shop, id) = try Self.order()
        try shop.confirm(id, [("1", 1)], on: Times.noon("2026-04-12"))
        #expect(shop.wallet.available == 25)
        #expect(shop.wallet.pending == 75)
        #expect(throws: Refusal.self) { try shop.void(id, on: Times.noon("2026-04-13")) }
        let returned = try shop.takeBack(of: id, on: Times.noon("2026-04-13"))
        #expect(returned.clawedBack == 100)
        #expect(shop.wallet.available == 0)
        #expect(shop.wallet.pending == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `part of an order comes back before it is shipped`() throws {
        var (shop, id) = try Self.order()
        let returned = try shop.takeBack([("1", 1)], of: id, on: Times.noon("2026-04-11"))
        #expect(returned.clawedBack == 25)
        #expect(returned.shortfall.points == 0)
        #expect(shop.wallet.pending == 75)
        try shop.confirm(id, on: Times.noon("2026-04-12"))
        #expect(shop.wallet.available == 75)
        #expect(shop.purchases[id]?.summary.status == .partlyReturned)
        try shop.takeBack(of: id, on: Times.noon("2026-04-13"))
        #expect(shop.wallet.available == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `an order is cancelled before it is shipped, on any day`() throws {
        var (shop, id) = try Self.order()
        try shop.void(id, on: Times.noon("2026-04-30"))
        #expect(shop.wallet.pending == 0)
        #expect(shop.sums[.issued(company: "ec-co")] == 0)
        #expect(throws: Refusal.purchaseClosed(id, why: "The purchase was voided.")) {
            try shop.confirm(id, on: Times.noon("2026-05-01"))
        }
    }

    @Test
    func `a return that earns more adds points as the purchase has them`() throws {
        let rules = Programs.rules(earn: [Programs.earnRule(), Programs.smallOrderRule])
        for channel in [Programs.store, Programs.web] {
            var shop = try Shop(rules)
            let id = try shop.sell(
                Programs.basket((1_000, 1, 10), (500, 1, 10)), on: Self.sold, in: channel
            ).id
            let returned = try shop.takeBack([("1", 1)], of: id, on: Times.noon("2026-04-11"))
            #expect(returned.clawedBack == 0)
            #expect(returned.toppedUp.map(\.points) == [20])
            #expect(shop.purchases[id]?.earned == 35)
            #expect(shop.wallet.available + shop.wallet.pending == 35)
            #expect((shop.wallet.pending == 0) == (channel == Programs.store))
            try shop.takeBack(of: id, on: Times.noon("2026-04-12"))
            #expect(shop.purchases[id]?.earned == 0)
            #expect(shop.wallet.available + shop.wallet.pending == 0)
            #expect(shop.invariantBroken() == nil)
        }
    }

    /// ¥1,000 and five pieces for ¥500; an order of at most ¥999 earns 30 more.
    private static func smallOrders() throws -> Shop {
        try Shop(Programs.rules(earn: [Programs.earnRule(), Programs.smallOrderRule]))
    }

    @Test
    func `points added on the day of the sale wait together with the sale's`() throws {
        var shop = try Self.smallOrders()
        let basket = Programs.basket((1_000, 1, 10), (500, 5, 10))
        let id = try shop.sell(basket, on: Self.sold, in: Programs.slowWeb).id
        try shop.takeBack([("1", 1)], of: id, on: Self.sold)
        #expect(shop.wallet.pending == 35)
        // ¥200 earn 2, and 30 as a small order.
        let shipped = try shop.confirm(id, [("2", 2)], on: Times.noon("2026-04-11"))
        guard case .purchaseConfirmed(let confirmed) = shipped.event else { return }
        #expect(confirmed.points == 32)
        #expect(shop.wallet.pending == 35)
        let returned = try shop.takeBack(of: id, on: Times.noon("2026-04-12"))
        #expect(returned.clawedBack == 35)
        #expect(shop.wallet.pending == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `points added at once are not taken from those that wait`() throws {
        var shop = try Self.smallOrders()
        let basket = Programs.basket((1_000, 1, 10), (500, 5, 10))
        let id = try shop.sell(basket, on: Self.sold, in: Programs.slowWeb).id
        try shop.confirm(id, on: Self.sold)
        try shop.takeBack([("1", 1)], of: id, on: Self.sold)
        #expect(shop.wallet.pending == 15)
        #expect(shop.wallet.available == 20)
        let returned = try shop.takeBack(of: id, on: Times.noon("2026-04-12"))
        #expect(returned.clawedBack == 35)
        #expect(shop.wallet.pending + shop.wallet.available == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a sale that earned nothing earns what is left of it`() throws {
        var shop = try Self.smallOrders()
        try shop.grant(990, on: Self.sold)
        let two = try shop.sell(
            Programs.basket((1_000, 1, 10), (10, 1, 10)), on: Self.sold, redeem: 990)
        #expect(two.grants == [])
        let returned = try shop.takeBack([("1", 1)], of: two.id, on: Self.sold)
        #expect(returned.toppedUp.map(\.points) == [30])
        #expect(shop.purchases[two.id]?.earned == 30)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a shipment that confirms nothing names no day`() throws {
        var shop = try Shop()
        let id = try shop.sell(
            Programs.basket((90, 1, 10)), on: Self.sold, in: Programs.slowWeb
        ).id
        let shipped = try shop.confirm(id, on: Times.noon("2026-09-01"))
        guard case .purchaseConfirmed(let confirmed) = shipped.event else { return }
        #expect(confirmed.points == 0)
        #expect(confirmed.dueAt == nil)
        #expect(confirmed.summary.status == .completed)
    }
}
