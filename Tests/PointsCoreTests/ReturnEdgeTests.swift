import Testing

@testable import PointsCore

/// Returns that are easy to get wrong, each with the smallest case that shows it.
struct ReturnEdgeTests {
    @Test
    func `a return takes nothing for pending points that leaving has cancelled`() throws {
        var shop = try Shop(Programs.rules { $0.shortfall = .refund })
        let purchase = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"), in: Programs.web)
        try shop.withdraw(on: Times.noon("2026-04-11"))
        #expect(shop.wallet.pending == 0)
        let returned = try shop.takeBack(of: purchase.id, on: Times.noon("2026-04-12"))
        #expect(returned.shortfall.points == 0)
        #expect(returned.shortfall.keptFromRefund == .zero)
        #expect(shop.sums[.issued(company: "ec-co")] == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `who came back does not pay for points that leaving has cancelled`() throws {
        var shop = try Shop()
        let purchase = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"), in: Programs.web)
        try shop.withdraw(on: Times.noon("2026-04-11"))
        try shop.rejoin(on: Times.noon("2026-04-12"))
        try shop.grant(300, on: Times.noon("2026-04-13"))
        try shop.takeBack(of: purchase.id, on: Times.noon("2026-04-14"))
        #expect(shop.wallet.available == 300)
    }

    @Test
    func `who came back is not made to pay for cancelled points by a shipment`() throws {
        var shop = try Shop()
        let purchase = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"), in: Programs.web)
        try shop.withdraw(on: Times.noon("2026-04-11"))
        try shop.rejoin(on: Times.noon("2026-04-12"))
        try shop.grant(300, on: Times.noon("2026-04-13"))
        try shop.confirm(purchase.id, on: Times.noon("2026-04-14"))
        #expect(shop.wallet.available == 300)
        try shop.takeBack(of: purchase.id, on: Times.noon("2026-04-15"))
        #expect(shop.wallet.available == 300)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a return takes back points that its own settling has made spendable`() throws {
        var shop = try Shop()
        let purchase = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"), in: Programs.slowWeb)
        try shop.confirm(
            purchase.id, on: Times.noon("2026-04-11"))
        let returned = try shop.takeBack(of: purchase.id, on: Times.noon("2026-06-01"))
        #expect(returned.clawedBack == 100)
        #expect(shop.wallet.available == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `points that a return adds while the member is away go with the goods`() throws {
        let rules = Programs.rules(earn: [Programs.earnRule(), Programs.smallOrderRule])
        for channel in [Programs.store, Programs.web] {
            var shop = try Shop(rules)
            let id = try shop.sell(
                Programs.basket((1_000, 1, 10), (500, 1, 10)), on: Times.noon("2026-04-10"),
                in: channel
            ).id
            try shop.withdraw(on: Times.noon("2026-04-11"))
            try shop.takeBack([("1", 1)], of: id, on: Times.noon("2026-04-12"))
            try shop.takeBack(of: id, on: Times.noon("2026-04-13"))
            try shop.rejoin(on: Times.noon("2026-04-14"))
            #expect(shop.wallet.available == 0)
            #expect(shop.wallet.debt == 0)
            #expect(shop.invariantBroken() == nil)
        }
    }

    @Test
    func `forfeited points are taken before a shortfall is written off`() throws {
        var shop = try Shop(Programs.rules { $0.shortfall = .forgive })
        let purchase = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.withdraw(on: Times.noon("2026-04-11"))
        try shop.takeBack(of: purchase.id, on: Times.noon("2026-04-12"))
        try shop.rejoin(on: Times.noon("2026-04-13"))
        #expect(shop.wallet.available == 0)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a line of a purchase that is over is refused because it is over`() throws {
        var shop = try Shop()
        let purchase = try shop.sell(Programs.basket((100, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.takeBack(of: purchase.id, on: Times.noon("2026-04-11"))
        #expect {
            try shop.takeBack([("1", 1)], of: purchase.id, on: Times.noon("2026-04-12"))
        } throws: {
            ($0 as? Refusal)?.code == .purchaseClosed
        }
    }

    /// Points may pay for orders of ¥6,000 and more.
    private static let fromSixThousand = Programs.rules(
        burn: [Programs.burnRule(when: .orderTotal(AmountBound(min: 6_000), includesTax: true))])

    @Test
    func `a return never asks for more money`() throws {
        var shop = try Shop(Self.fromSixThousand)
        try shop.grant(5_000, on: Times.noon("2026-04-02"))
        let purchase = try shop.sell(
            Programs.basket((4_500, 1, 10), (5_500, 1, 10)), on: Times.noon("2026-04-10"),
            redeem: 5_000)
        let returned = try shop.takeBack(
            [("1", 1)], of: purchase.id, on: Times.noon("2026-04-11"))
        #expect(returned.refund >= .zero)
        #expect(returned.shortfall.keptFromRefund >= .zero)
    }

    @Test
    func
        `a return may give a whole point back and ask for the difference where a point is ten yen`()
        throws
    {
        var shop = try Shop(Programs.rules { $0.pointValue = 10 })
        try shop.grant(10, on: Times.noon("2026-04-02"))
        let purchase = try shop.sell(
            Programs.basket((100, 20, 10)), on: Times.noon("2026-04-10"), redeem: 10)
        let returned = try shop.takeBack(
            [("1", 1)], of: purchase.id, on: Times.noon("2026-04-11"))
        // ¥95 absorb 9 points of ¥10; the tenth goes back, and ¥5 are to pay.
        #expect(returned.restored == 1)
        #expect(returned.refund == Yen(-5))
    }

    @Test
    func `the order of part returns does not matter where a rule looks at the total`() throws {
        // Below ¥6,000 points may pay everything, from there on only 10 %.
        let rules = Programs.rules(
            burn: [
                Programs.burnRule(
                    "burn/a",
                    when: .orderTotal(AmountBound(min: 6_000, max: 9_999), includesTax: true),
                    percent: 10),
                Programs.burnRule("burn/b"),
            ])
        func redeemed(after lines: [[String]]) throws -> Int64? {
            var shop = try Shop(rules)
            try shop.grant(4_000, on: Times.noon("2026-04-02"))
            let id = try shop.sell(
                Programs.basket((3_000, 1, 10), (6_500, 1, 10), (500, 1, 10)),
                on: Times.noon("2026-04-10"), redeem: 4_000
            ).id
            for names in lines {
                try shop.takeBack(names.map { ($0, 1) }, of: id, on: Times.noon("2026-04-11"))
            }
            return shop.purchases[id]?.summary.redeemed
        }
        let oneWay = try redeemed(after: [["1"], ["2"]])
        let otherWay = try redeemed(after: [["2"], ["1"]])
        #expect(oneWay == 500 && otherWay == 500)
        let direct = try redeemed(after: [["2"]])
        let around = try redeemed(after: [["3"], ["2"]])
        #expect(direct == 3_500)
        #expect(try redeemed(after: [["2"], ["3"]]) == 3_000)
        #expect(around == 3_000)
    }

    @Test
    func `the order of part returns does not matter where tax is put on top`() throws {
        // Only the first line may be paid with points. With its share of the tax it costs ¥22, without the
        // second line ¥21, without the second and third ¥22 again.
        let rules = Programs.rules(burn: [Programs.burnRule(lines: .sku(["payable"]))])
        let lines = [(Int64(20), "payable"), (5, "b"), (7, "c")].map { amount, sku in
            BasketLine(name: sku, sku: sku, quantity: 1, amount: Yen(amount), taxRate: 10)
        }
        func redeemed(after names: [String]) throws -> Int64? {
            var shop = try Shop(rules)
            try shop.grant(100, on: Times.noon("2026-04-02"))
            let basket = Basket(lines: lines, amountsIncludeTax: false)
            let id = try shop.sell(basket, on: Times.noon("2026-04-10"), redeem: 22).id
            for name in names {
                try shop.takeBack([(name, 1)], of: id, on: Times.noon("2026-04-11"))
            }
            return shop.purchases[id]?.summary.redeemed
        }
        #expect(try redeemed(after: ["c", "b"]) == 22)
        let around = try redeemed(after: ["b", "c"])
        #expect(around == 22)
    }

    @Test
    func `two kinds of points that a return adds pay a debt once`() throws {
        // Small orders get a bonus of either class, so a part return adds points.
        let small = Condition.orderTotal(AmountBound(max: 999), includesTax: true)
        let rules = Programs.rules(
            earn: [
                Programs.earnRule(),
                Programs.earnRule(
                    "earn/bonus", when: small, award: .fixed(points: 200), group: "bonus",
                    pointClass: PointClass("bonus")),
                Programs.earnRule(
                    "earn/extra", when: small, award: .fixed(points: 200), group: "extra",
                    pointClass: PointClass("extra")),
            ])
        var shop = try Shop(rules)
        let first = try shop.sell(Programs.basket((5_000, 1, 10)), on: Times.noon("2026-04-10"))
        let second = try shop.sell(
            Programs.basket((1_000, 1, 10), (500, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.adjust(-65, on: Times.noon("2026-04-11"))
        try shop.takeBack(of: first.id, on: Times.noon("2026-04-12"))
        #expect(shop.wallet.debt == -50)
        try shop.takeBack([("1", 1)], of: second.id, on: Times.noon("2026-04-13"))
        #expect(shop.wallet.available + shop.wallet.debt == 340)
        // The 10 points that this return itself could not take back come after the 50.
        #expect(shop.wallet.available == 340)
    }

    @Test
    func `validities of a class that end on one day are one lot with the first of them`() throws {
        let rules = Programs.rules(
            earn: [
                Programs.earnRule("earn/a", validity: .afterGrant(.months(1), roundedTo: .day)),
                Programs.earnRule(
                    "earn/b", group: "other", validity: .until(Times.day("2026-05-10"))),
            ])
        var shop = try Shop(rules)
        let purchase = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-10"), in: Programs.web)
        try shop.confirm(purchase.id, on: Times.noon("2026-04-20"))
        #expect(shop.wallet.lots.map(\.terms.expiresOn) == [Times.day("2026-05-20")])
        #expect(shop.wallet.available == 20)
    }

    /// "A purchase is a function of its remaining basket", also where nothing was earned at first.
    @Test
    func `a sale that earned nothing earns what is left of it`() throws {
        let rule = Programs.earnRule(
            when: .orderTotal(AmountBound(max: 4_000), includesTax: true),
            award: .fixed(points: 111))
        var shop = try Shop(Programs.rules(earn: [rule]))
        let noon = Times.noon("2026-04-10")
        let sale = try shop.sell(Programs.basket((3_300, 1, 10), (2_200, 1, 10)), on: noon)
        #expect(sale.earned == 0)
        try shop.takeBack([("2", 1)], of: sale.id, on: noon)
        #expect(shop.wallet.available == 111)
        try shop.takeBack(of: sale.id, on: noon)
        #expect(shop.wallet.available == 0)
    }

    /// ¥990 and ¥110 earn 100 and 11 that end on one day; without the ¥110 the 100 are gone and 9 are left.
    @Test
    func `points that end on one day stay one when the rule that came first gives none`() throws {
        let rules = Programs.rules(
            earn: [
                Programs.earnRule(
                    "earn/a", when: .orderTotal(AmountBound(min: 1_000), includesTax: true),
                    award: .fixed(points: 100),
                    validity: .afterGrant(.months(1), roundedTo: .day)),
                Programs.earnRule(
                    "earn/b", group: "other", validity: .until(Times.day("2026-05-10"))),
            ]) { $0.shortfall = .refund }
        var shop = try Shop(rules)
        let noon = Times.noon("2026-04-10")
        let sale = try shop.sell(Programs.basket((990, 1, 10), (110, 1, 10)), on: noon)
        #expect(sale.earned == 111)
        try shop.adjust(-111, on: noon)
        let returned = try shop.takeBack([("2", 1)], of: sale.id, on: noon)
        #expect(returned.clawedBack == 102 && returned.toppedUp.isEmpty)
        #expect(returned.shortfall.points == 102)
        #expect(returned.shortfall.keptFromRefund == Yen(102))
    }
}
