import Testing

@testable import PointsCore

/// Orders that are shipped in parts, come back in parts, and earn more for what is left than before.
struct PartShipmentTests {
    /// Goods earn, gifts do not; points may pay for both, and go back before money does.
    private static let rules = Programs.rules(
        earn: [Programs.earnRule(lines: .category(["goods"]))]
    ) { $0.redeemedOnReturn = .restoreFirst }

    private static let sold = Times.noon("2026-04-10")

    /// ¥1,000 of goods in two pieces and ¥1,000 of gifts, half of it paid with points: 5 points wait.
    private static func order(
        in channel: Channel = Programs.web
    ) throws -> (shop: Shop, id: JournalPosition) {
        var shop = try Shop(rules)
        try shop.grant(1_000, on: Times.noon("2026-04-02"))
        let goods = BasketLine(
            name: "goods", category: "goods", quantity: 2, amount: Yen(1_000), taxRate: 10)
        let gift = BasketLine(
            name: "gift", category: "gift", quantity: 1, amount: Yen(1_000), taxRate: 10)
        let purchase = try shop.sell(
            Basket(lines: [goods, gift], amountsIncludeTax: true), on: sold, in: channel,
            redeem: 1_000)
        #expect(purchase.earned == 5)
        return (shop, purchase.id)
    }

    @Test
    func `what a return earns beyond the sale on its day is shipped with the rest`() throws {
        var (shop, id) = try Self.order()
        // Without the gift the goods are paid with money alone: 10 points.
        try shop.takeBack([("gift", 1)], of: id, on: Self.sold)
        #expect(shop.purchases[id]?.earned == 10)
        try shop.confirm(id, [("goods", 1)], on: Times.noon("2026-04-11"))
        #expect(shop.wallet.available == 1_005)
        #expect(shop.wallet.pending == 5)
        try shop.confirm(id, on: Times.noon("2026-04-12"))
        #expect(shop.wallet.available == 1_010)
    }

    @Test
    func `nothing stays earned after everything came back in one go`() throws {
        var (shop, id) = try Self.order()
        try shop.confirm(id, [("goods", 2)], on: Self.sold)
        #expect(shop.wallet.available == 5)
        try shop.takeBack([("gift", 1)], of: id, on: Self.sold)
        #expect(shop.purchases[id]?.earned == 10)
        try shop.takeBack(of: id, on: Self.sold)
        #expect(shop.purchases[id]?.earned == 0)
        #expect(shop.wallet.available == 1_000)
        #expect(shop.wallet.pending == 0)
    }

    @Test
    func `what a return earns does not wait where nothing is left to ship`() throws {
        var (shop, id) = try Self.order()
        try shop.confirm(id, [("goods", 2)], on: Times.noon("2026-04-11"))
        try shop.takeBack([("gift", 1)], of: id, on: Times.noon("2026-04-12"))
        #expect(shop.wallet.pending == 0)
        #expect(shop.wallet.available == 1_010)
    }

    @Test
    func `points that count are not taken from those of the sale that wait`() throws {
        var (shop, id) = try Self.order(in: Programs.slowWeb)
        try shop.confirm(id, on: Self.sold)
        try shop.takeBack([("gift", 1)], of: id, on: Self.sold)
        #expect(shop.wallet.pending == 5)
        #expect(shop.wallet.available == 1_005)
        try shop.takeBack([("goods", 1)], of: id, on: Self.sold)
        #expect(shop.wallet.pending == 5)
        #expect(shop.wallet.available == 1_000)
        try shop.takeBack(of: id, on: Self.sold)
        #expect(shop.wallet.pending == 0)
        #expect(shop.wallet.available == 1_000)
    }

    @Test
    func `points that leaving cancelled count as those of the part that was not shipped`() throws {
        var shop = try Shop()
        let id = try shop.sell(
            Programs.basket((1_000, 2, 10)), on: Self.sold, in: Programs.web
        ).id
        try shop.confirm(id, [("1", 1)], on: Times.noon("2026-04-11"))
        #expect(shop.wallet.available == 5)
        try shop.withdraw(on: Times.noon("2026-04-12"))
        try shop.rejoin(on: Times.noon("2026-04-13"))
        #expect(shop.wallet.available == 5)
        // The piece that never left comes back: its points are gone already.
        let first = try shop.takeBack([("1", 1)], of: id, on: Times.noon("2026-04-14"))
        #expect(first.clawedBack == 0)
        #expect(shop.wallet.available == 5)
        let second = try shop.takeBack(of: id, on: Times.noon("2026-04-15"))
        #expect(second.clawedBack == 5)
        #expect(shop.wallet.available == 0)
        #expect(shop.wallet.debt == 0)
    }

    @Test
    func `a part that was paid with points brings none early`() throws {
        var shop = try Shop(
            Programs.rules(burn: [Programs.burnRule(lines: .category(["goods"]))]))
        try shop.grant(1_000, on: Times.noon("2026-04-02"))
        let goods = BasketLine(
            name: "goods", category: "goods", quantity: 1, amount: Yen(1_000), taxRate: 10)
        let book = BasketLine(
            name: "book", category: "book", quantity: 1, amount: Yen(1_000), taxRate: 10)
        let basket = Basket(lines: [goods, book], amountsIncludeTax: true)
        // Points may pay for the goods alone, and do.
        let id = try shop.sell(basket, on: Self.sold, in: Programs.web, redeem: 1_000).id
        #expect(shop.wallet.pending == 10)
        var other = shop
        try shop.confirm(id, [("goods", 1)], on: Times.noon("2026-04-11"))
        #expect(shop.wallet.available == 0)
        try shop.confirm(id, on: Times.noon("2026-04-12"))
        #expect(shop.wallet.available == 10)
        try other.confirm(id, [("book", 1)], on: Times.noon("2026-04-11"))
        #expect(other.wallet.available == 10)
    }

    @Test
    func `a sale that earned nothing earns by what is left of it`() throws {
        var shop = try Shop(Self.rules)
        try shop.grant(100, on: Times.noon("2026-04-02"))
        let goods = BasketLine(
            name: "goods", category: "goods", quantity: 1, amount: Yen(100), taxRate: 10)
        let gift = BasketLine(
            name: "gift", category: "gift", quantity: 1, amount: Yen(100), taxRate: 10)
        let purchase = try shop.sell(
            Basket(lines: [goods, gift], amountsIncludeTax: true), on: Self.sold, redeem: 100)
        #expect(purchase.earned == 0)
        try shop.takeBack([("gift", 1)], of: purchase.id, on: Self.sold)
        // ¥100 of goods, all of it paid with money.
        #expect(shop.purchases[purchase.id]?.earned == 1)
        #expect(shop.wallet.available == 101)
        try shop.takeBack(of: purchase.id, on: Self.sold)
        #expect(shop.wallet.available == 100)
    }
}
