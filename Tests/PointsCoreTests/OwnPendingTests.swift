import Testing

@testable import PointsCore

/// A bonus whose points wait by its own rule, beside points that wait as the channel says.
struct OwnPendingTests {
    private static let bonus = PointClass("bonus")

    private static func shop(_ pending: PendingPolicy) throws -> Shop {
        try Shop(
            Programs.rules(earn: [
                Programs.earnRule(),
                Programs.earnRule(
                    "earn/bonus", award: .fixed(points: 50), group: "bonus", pointClass: bonus,
                    pending: pending),
            ]))
    }

    private static let basket = Programs.basket((1_000, 1, 10), (1_000, 1, 10))
    private static let noon = Times.noon("2026-04-10")

    private static func balance(_ shop: Shop) -> [Int64] {
        [shop.wallet.available, shop.wallet.pending]
    }

    @Test
    func `waits so many days after a sale in a shop`() throws {
        var shop = try Self.shop(.afterSale(days: 14))
        let sale = try shop.sell(Self.basket, on: Self.noon)
        #expect(sale.summary.status == .completed)
        #expect(Self.balance(shop) == [20, 50])
        try shop.settle(on: Times.noon("2026-04-23"))
        #expect(Self.balance(shop) == [20, 50])
        try shop.settle(on: Times.noon("2026-04-24"))
        #expect(Self.balance(shop) == [70, 0])
    }

    @Test
    func `does not wait for the shipment`() throws {
        var shop = try Self.shop(.atOnce)
        let order = try shop.sell(Self.basket, on: Self.noon, in: Programs.web)
        #expect(order.summary.status == .pending)
        #expect(Self.balance(shop) == [50, 20])
        try shop.confirm(order.id, on: Times.noon("2026-04-12"))
        #expect(Self.balance(shop) == [70, 0])
    }

    @Test
    func `is not brought forward by the shipment`() throws {
        var shop = try Self.shop(.afterSale(days: 14))
        let order = try shop.sell(Self.basket, on: Self.noon, in: Programs.web)
        #expect(Self.balance(shop) == [0, 70])
        try shop.confirm(order.id, on: Times.noon("2026-04-12"))
        #expect(Self.balance(shop) == [20, 50])
        #expect(throws: Refusal.self) {
            try shop.confirm(order.id, on: Times.noon("2026-04-13"))
        }
        try shop.settle(on: Times.noon("2026-04-24"))
        #expect(Self.balance(shop) == [70, 0])
    }

    @Test(arguments: ["2026-04-12", "2026-04-30"])
    func `goes with the goods`(_ day: String) throws {
        var shop = try Self.shop(.afterSale(days: 14))
        let sale = try shop.sell(Self.basket, on: Self.noon)
        try shop.takeBack([(line: "1", quantity: 1)], of: sale.id, on: Times.noon(day))
        #expect(Self.balance(shop).reduce(0, +) == 60)
        try shop.takeBack(of: sale.id, on: Times.noon(day))
        #expect(Self.balance(shop) == [0, 0])
        #expect(shop.invariantBroken() == nil)
    }
}
