import Testing

@testable import PointsCore

struct ActivityTests {
    private static func rules(
        _ activities: Set<Activity>, earn: [EarnRule] = [Programs.earnRule()]
    ) -> Ruleset {
        Programs.rules(earn: earn) {
            $0.validity = .afterActivity(.months(2), roundedTo: .day, of: activities)
        }
    }

    @Test
    func `the shipment of a card that nobody registered moves its balance on`() throws {
        var shop = try Shop(Self.rules([.confirm]), provisional: true)
        try shop.grant(10, on: Times.noon("2026-04-02"))
        let id = try shop.sell(
            Programs.basket((90, 1, 10)), on: Times.noon("2026-04-03"), in: Programs.web
        ).id
        try shop.confirm(id, on: Times.noon("2026-04-20"))
        #expect(shop.wallet.lots.map(\.terms.expiresOn) == [Times.day("2026-06-20")])
    }

    @Test
    func `a late sale to somebody who has left moves nothing`() throws {
        var shop = try Shop(Self.rules([.purchase]))
        try shop.grant(10, on: Times.noon("2026-04-02"))
        try shop.withdraw(on: Times.noon("2026-04-20"))
        try shop.sell(Programs.basket((90, 1, 10)), on: Times.noon("2026-04-19"))
        #expect(shop.wallet.activeUntil == nil)
        #expect(shop.entries.last?.event.name == "purchase.record")
    }

    @Test
    func `limited points that go back to a new lot last as their class does`() throws {
        let limited = Programs.earnRule(
            "earn/limited", group: "limited", pointClass: PointClass("limited"),
            validity: .afterGrant(.days(10), roundedTo: .day))
        let rules = Programs.rules(earn: [Programs.earnRule(), limited]) {
            $0.validity = .afterActivity(.months(2), roundedTo: .day, of: [.purchase])
            $0.restore = .newLot
        }
        var shop = try Shop(rules)
        try shop.grant(50, on: Times.noon("2026-04-02"), class: PointClass("limited"))
        let id = try shop.sell(
            Programs.basket((50, 1, 10)), on: Times.noon("2026-04-03"), redeem: 50
        ).id
        try shop.takeBack(of: id, on: Times.noon("2026-05-10"))
        let terms = try #require(shop.wallet.lots.first).terms
        #expect(terms.expiresOn == Times.day("2026-05-20"))
        #expect(!terms.followsActivity)
    }

    @Test
    func `two people are asked for before it is looked at who has left`() throws {
        var shop = try Shop(Programs.rules { $0.secondActorAbove = 5 })
        try shop.withdraw(on: Times.noon("2026-04-20"))
        for points in [Int64(6), -6] {
            #expect(
                throws: Refusal.forbidden(
                    "More than 5 points by hand need two people: actor and approvedBy.")
            ) {
                try shop.adjust(points, on: Times.noon("2026-04-21"))
            }
        }
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try shop.grant(5, on: Times.noon("2026-04-21"))
        }
    }

    /// ¥1,000 earn 10 standard and 10 limited points; 4 are owed and are paid by the standard ones, which came first.
    @Test
    func `what is owed is paid alike in the ledger and in a look back`() throws {
        let limited = Programs.earnRule(
            "earn/limited", group: "limited", pointClass: PointClass("limited"),
            validity: .afterGrant(.days(10), roundedTo: .day))
        var shop = try Shop(Programs.rules(earn: [Programs.earnRule(), limited]))
        let lost = try shop.sell(
            Programs.basket((200, 1, 10)), on: Times.noon("2026-04-02")
        ).id
        try shop.adjust(-4, on: Times.noon("2026-04-02"))
        try shop.takeBack(of: lost, on: Times.noon("2026-04-02"))
        #expect(shop.wallet.debt == -4)
        try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-03"), in: Programs.slowWeb)
        var recollection = Recollection()
        for entry in shop.entries { recollection.add(entry) }
        var back = shop
        let member = try #require(shop.member)
        let remembered = recollection.member(like: member).wallet.pendingGrants
        #expect(remembered == member.wallet.pendingGrants)
        try back.settle(on: Times.noon("2026-07-02"))
        #expect(back.wallet.lots.map(\.points) == [10, 6])
    }
}
