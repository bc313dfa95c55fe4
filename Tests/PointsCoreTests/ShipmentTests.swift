import Testing

@testable import PointsCore

/// An order that leaves in parts.
struct ShipmentTests {
    private static let sold = Times.noon("2026-04-10")

    private static func order(
        _ basket: Basket, in channel: Channel = Programs.web, redeem: Int64? = nil
    ) throws -> (shop: Shop, id: JournalPosition) {
        var shop = try Shop()
        if let redeem {
            try shop.grant(redeem, on: Times.noon("2026-04-02"), until: "2026-12-31")
        }
        let purchase = try shop.sell(basket, on: sold, in: channel, redeem: redeem)
        return (shop, purchase.id)
    }

    /// ¥450 earn 4; alone, three times ¥150 would earn 3.
    @Test
    func `parts of a shipment add up to the whole, whatever is rounded`() throws {
        var (shop, id) = try Self.order(
            Programs.basket((150, 1, 10), (150, 1, 10), (150, 1, 10)))
        #expect(shop.wallet.pending == 4)
        for (line, available) in [("1", Int64(1)), ("2", 3), ("3", 4)] {
            #expect(shop.purchases[id]?.summary.status == .pending)
            try shop.confirm(id, [(line, 1)], on: Times.noon("2026-04-12"))
            #expect(shop.wallet.available == available)
            #expect(shop.wallet.pending == 4 - available)
        }
        #expect(shop.purchases[id]?.summary.status == .completed)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `each part of a shipment counts so many days after it left`() throws {
        var (shop, id) = try Self.order(
            Programs.basket((1_000, 1, 10), (2_000, 1, 10)), in: Programs.slowWeb)
        try shop.confirm(id, [("2", 1)], on: Times.noon("2026-04-12"))
        try shop.confirm(id, on: Times.noon("2026-04-20"))
        let calendar = Programs.program.calendar
        for (moment, spendable) in [
            ("2026-04-26T04:59:59+09:00", Int64(0)), ("2026-04-26T05:00:00+09:00", 20),
            ("2026-05-04T04:59:59+09:00", 20), ("2026-05-04T05:00:00+09:00", 30),
        ] {
            let balance = shop.wallet.balance(at: Times.moment(moment), in: calendar)
            #expect(balance.spendable == spendable, "\(moment)")
        }
        try shop.settle(on: Times.noon("2026-05-04"))
        #expect(
            shop.wallet.lots.map(\.terms.expiresOn) == [
                Times.day("2027-04-26"), Times.day("2027-05-04"),
            ])
        #expect(shop.invariantBroken() == nil)
    }

    /// Each part carries its share of the points that paid: 15 = 7 + 8.
    @Test
    func `a part of a shipment earns on what money paid of it`() throws {
        var (shop, id) = try Self.order(
            Programs.basket((1_000, 1, 10), (1_000, 1, 10)), redeem: 500)
        #expect(shop.wallet.pending == 15)
        try shop.confirm(id, [("1", 1)], on: Times.noon("2026-04-12"))
        #expect([shop.wallet.available, shop.wallet.pending] == [7, 8])
        try shop.confirm(id, on: Times.noon("2026-04-13"))
        #expect([shop.wallet.available, shop.wallet.pending] == [15, 0])
    }

    /// Of three lines that earn 10 each the first was shipped; another comes back, or the very one.
    @Test(arguments: ["2", "1"])
    func `a return between shipments takes points that wait`(_ line: String) throws {
        var (shop, id) = try Self.order(
            Programs.basket((1_000, 1, 10), (1_000, 1, 10), (1_000, 1, 10)))
        try shop.confirm(id, [("1", 1)], on: Times.noon("2026-04-12"))
        #expect([shop.wallet.available, shop.wallet.pending] == [10, 20])
        let returned = try shop.takeBack([(line, 1)], of: id, on: Times.noon("2026-04-13"))
        #expect(returned.clawedBack == 10)
        #expect(returned.shortfall.points == 0)
        #expect([shop.wallet.available, shop.wallet.pending] == [10, 10])
        try shop.confirm(id, on: Times.noon("2026-04-14"))
        #expect([shop.wallet.available, shop.wallet.pending] == [20, 0])
        try shop.takeBack(of: id, on: Times.noon("2026-04-15"))
        #expect([shop.wallet.available, shop.wallet.pending, shop.wallet.debt] == [0, 0, 0])
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `nothing is shipped twice`() throws {
        var (shop, id) = try Self.order(Programs.basket((1_000, 2, 10), (1_000, 1, 10)))
        try shop.confirm(id, [("1", 1)], on: Times.noon("2026-04-12"))
        let before = shop.entries
        #expect {
            try shop.confirm(id, [("1", 2)], on: Times.noon("2026-04-13"))
        } throws: {
            ($0 as? Refusal)?.code == .quantityExceedsRemaining
        }
        #expect(shop.entries == before)
        try shop.confirm(id, [("1", 1)], on: Times.noon("2026-04-13"))
        #expect(shop.wallet.available == 10)
        #expect(shop.wallet.pending == 10)
    }

    /// 100 points were held and paid; ¥900 wait to earn 9.
    @Test
    func `cancelling before the shipment gives back and takes back in one step`() throws {
        var shop = try Shop()
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-12-31")
        let hold = try shop.place(100, on: Self.sold)
        let order = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Self.sold, in: Programs.web, hold: hold)
        #expect([shop.wallet.available, shop.wallet.pending, shop.wallet.held] == [0, 9, 0])
        let before = shop.entries.count
        try shop.void(order.id, on: Times.noon("2026-04-12"))
        #expect(shop.entries.count == before + 1)
        #expect([shop.wallet.available, shop.wallet.pending, shop.wallet.held] == [100, 0, 0])
        #expect(shop.wallet.lots.map(\.terms.expiresOn) == [Times.day("2026-12-31")])
        #expect(shop.purchases[order.id]?.summary.status == .voided)
    }
}
