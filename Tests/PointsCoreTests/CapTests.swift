import Testing

@testable import PointsCore

/// One point for ¥100, at most so many over several orders.
struct CapTests {
    private static func shop(_ caps: (points: Int64, scope: Cap.Scope)...) throws -> Shop {
        let rule = Programs.earnRule(caps: caps.map { Cap(points: $0.points, scope: $0.scope) })
        return try Shop(Programs.rules(earn: [rule]))
    }

    /// Points earned by a sale of so much at noon of a day, or at another time.
    private static func earn(
        _ amount: Int64, on day: String, in shop: inout Shop
    ) throws -> Int64 {
        let moment = day.contains("T") ? Times.moment(day) : Times.noon(day)
        return try shop.sell(Programs.basket((amount, 1, 10)), on: moment).earned
    }

    @Test(arguments: [
        // The business day begins at 05:00: half past four still is the day before.
        (Cap.Scope.day, ["2026-04-10", "2026-04-11T04:30:00+09:00", "2026-04-11"], [8, 2, 8]),
        (.month, ["2026-04-10", "2026-05-01T04:30:00+09:00", "2026-05-01"], [8, 2, 8]),
        (.member, ["2026-04-10", "2026-05-01", "2027-05-01"], [8, 2, 0]),
        (.campaign, ["2026-04-10", "2026-05-01", "2027-05-01"], [8, 2, 0]),
        (.order, ["2026-04-10", "2026-04-10", "2026-04-10"], [8, 8, 8]),
    ])
    func `cuts to what is left of 10 points`(
        _ scope: Cap.Scope, _ days: [String], _ points: [Int64]
    ) throws {
        var shop = try Self.shop((10, scope))
        for (day, expected) in zip(days, points) {
            #expect(try Self.earn(800, on: day, in: &shop) == expected)
        }
    }

    @Test
    func `says which cap cut`() throws {
        var shop = try Self.shop((10, .day), (12, .month), (6, .order))
        let day = "2026-04-10"
        func why() throws -> [String] {
            let id = try #require(shop.purchases.keys.max())
            return try #require(shop.purchases[id]).recorded.awards.map(\.why)
        }
        #expect(try Self.earn(800, on: day, in: &shop) == 6)
        #expect(try why() == ["800 → 8, floor 8, capped at 6"])
        #expect(try Self.earn(800, on: day, in: &shop) == 4)
        #expect(try why() == ["800 → 8, floor 8, capped at 4 (day)"])
        #expect(try Self.earn(800, on: "2026-04-11", in: &shop) == 2)
        #expect(try why() == ["800 → 8, floor 8, capped at 2 (month)"])
    }

    @Test(arguments: [Cap.Scope.day, .month, .member, .campaign])
    func `comes free again when goods come back`(_ scope: Cap.Scope) throws {
        var shop = try Self.shop((10, scope))
        let noon = Times.noon("2026-04-10")
        let first = try shop.sell(Programs.basket((500, 1, 10), (500, 1, 10)), on: noon)
        #expect(first.earned == 10)
        #expect(try Self.earn(800, on: "2026-04-10", in: &shop) == 0)
        try shop.takeBack([(line: "1", quantity: 1)], of: first.id, on: noon)
        #expect(try Self.earn(300, on: "2026-04-10", in: &shop) == 3)
        #expect(try Self.earn(300, on: "2026-04-10", in: &shop) == 2)
        try shop.void(first.id, on: noon)
        #expect(try Self.earn(800, on: "2026-04-10", in: &shop) == 5)
    }

    /// What comes back later is a matter of the day of the sale.
    @Test
    func `a return of another day leaves that day's cap alone`() throws {
        var shop = try Self.shop((10, .day))
        let first = try shop.sell(
            Programs.basket((900, 1, 10)), on: Times.noon("2026-04-10"))
        #expect(try Self.earn(900, on: "2026-04-11", in: &shop) == 9)
        try shop.takeBack(of: first.id, on: Times.noon("2026-04-11"))
        #expect(try Self.earn(900, on: "2026-04-11", in: &shop) == 1)
        #expect(try Self.earn(900, on: "2026-04-10", in: &shop) == 9)
    }

    /// What was left for the sale is a part of what it is judged by.
    @Test
    func `a part return never takes more than the cap had left`() throws {
        var shop = try Self.shop((10, .member))
        #expect(try Self.earn(700, on: "2026-04-10", in: &shop) == 7)
        let noon = Times.noon("2026-04-11")
        let cut = try shop.sell(Programs.basket((500, 1, 10), (500, 1, 10)), on: noon)
        #expect(cut.earned == 3)
        let half = try shop.takeBack([(line: "1", quantity: 1)], of: cut.id, on: noon)
        #expect(half.clawedBack == 0)
        #expect(half.capUses.isEmpty)
        #expect(try shop.takeBack(of: cut.id, on: noon).clawedBack == 3)
        #expect(shop.member?.capCounts.counts.map(\.points) == [7])
    }

    @Test
    func `a replacement has the room that the replaced purchase gives back`() throws {
        var shop = try Self.shop((10, .member), (10, .campaign))
        let noon = Times.noon("2026-04-10")
        let first = try shop.sell(Programs.basket((1_000, 1, 10)), on: noon)
        let second = try shop.replace(
            first.id, with: Programs.basket((900, 1, 10)), on: noon)
        #expect(second.earned == 9)
    }

    @Test
    func `what others were given counts for a campaign`() throws {
        var shop = try Self.shop((10, .campaign))
        shop.budgets.add(
            CapUse(
                rule: "earn/base", scopes: [.campaign], day: Times.day("2026-04-01"), points: 7,
                room: nil))
        #expect(try Self.earn(800, on: "2026-04-10", in: &shop) == 3)
    }

    @Test
    func `the tightest of several caps binds`() throws {
        var shop = try Self.shop((10, .day), (15, .month), (18, .member))
        #expect(try Self.earn(2_000, on: "2026-04-10", in: &shop) == 10)
        #expect(try Self.earn(2_000, on: "2026-04-11", in: &shop) == 5)
        #expect(try Self.earn(2_000, on: "2026-05-11", in: &shop) == 3)
        #expect(try Self.earn(2_000, on: "2026-06-11", in: &shop) == 0)
    }

    /// What is forgotten counts as given.
    @Test
    func `forgets days that are long over and gives nothing for them any more`() throws {
        var shop = try Self.shop((10, .day))
        #expect(try Self.earn(800, on: "2026-04-10", in: &shop) == 8)
        #expect(try Self.earn(800, on: "2027-06-01", in: &shop) == 8)
        let counts = try #require(shop.member?.capCounts)
        #expect(counts.counts.map(\.points) == [8])
        #expect(counts.knownSince == Times.day("2026-04-27"))
        #expect(try Self.earn(800, on: "2026-04-10", in: &shop) == 0)
        #expect(try Self.earn(800, on: "2026-04-27", in: &shop) == 8)
    }

    @Test
    func `points of a pending sale use the cap with the sale`() throws {
        var shop = try Self.shop((10, .month))
        let noon = Times.noon("2026-04-10")
        let basket = Programs.basket((800, 1, 10))
        let order = try shop.sell(basket, on: noon, in: Programs.web)
        #expect(try Self.earn(800, on: "2026-04-10", in: &shop) == 2)
        try shop.void(order.id, on: Times.noon("2026-04-12"))
        #expect(try Self.earn(800, on: "2026-04-12", in: &shop) == 8)
    }

    // MARK: Rules that were outdone

    /// A hundred for ¥5,000, or else a point for ¥100 under a cap.
    private static func rivals(_ cap: Cap) -> Ruleset {
        Programs.rules(earn: [
            Programs.earnRule(
                "earn/a", when: .orderTotal(AmountBound(min: 5_000), includesTax: true),
                award: .fixed(points: 100), pick: .best),
            Programs.earnRule("earn/b", pick: .best, caps: [cap]),
        ])
    }

    @Test
    func `a capped rule that was outdone counts for what is left`() throws {
        var shop = try Shop(Self.rivals(Cap(points: 3_000, scope: .month)))
        let noon = Times.noon("2026-04-10")
        let sale = try shop.sell(Programs.basket((3_300, 1, 10), (2_200, 1, 10)), on: noon)
        #expect(sale.earned == 100)
        let explained = sale.explanation(under: shop.rules, in: .en)
        #expect(explained.sold.lines[1].words.contains("55"))
        try shop.takeBack([(line: "2", quantity: 1)], of: sale.id, on: noon)
        #expect(shop.purchases[sale.id]?.earned == 33)
        #expect(shop.wallet.available == 33)
        #expect(
            shop.member?.capCounts.points(of: "earn/b", in: .month, on: Times.day("2026-04-10"))
                == 33)
        try shop.takeBack(of: sale.id, on: noon)
        #expect(shop.wallet.available == 0)
        #expect(shop.member?.capCounts.counts == [])
    }

    /// What somebody else has used meanwhile is not there for what is left.
    @Test
    func `a return never takes a budget beyond its end`() throws {
        var shop = try Shop(Self.rivals(Cap(points: 40, scope: .campaign)))
        let noon = Times.noon("2026-04-10")
        let sale = try shop.sell(Programs.basket((3_300, 1, 10), (2_200, 1, 10)), on: noon)
        #expect(try Self.earn(3_000, on: "2026-04-10", in: &shop) == 30)
        try shop.takeBack([(line: "2", quantity: 1)], of: sale.id, on: noon)
        #expect(shop.purchases[sale.id]?.earned == 10)
        #expect(shop.budgets.points(of: "earn/b") == 40)
        let left = try #require(
            shop.purchases[sale.id]?.explanation(under: shop.rules, in: .en).left)
        #expect(left.lines[1].award?.points == 10)
        try shop.takeBack(of: sale.id, on: noon)
        #expect(shop.budgets.points(of: "earn/b") == 30)
    }
}
