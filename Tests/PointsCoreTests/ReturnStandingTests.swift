import Testing

@testable import PointsCore

/// A return is judged by the tier that the buyer had at the sale.
struct ReturnStandingTests {
    /// Gold members get 5 points on top: two lines of ¥1,000 earned 20 + 5.
    @Test(arguments: [("gold" as String?, Int64(10)), (nil, 15)])
    func `what is left earns as it did for the buyer of then`(
        _ tier: String?, _ clawedBack: Int64
    ) throws {
        let rules = Programs.rules(earn: [
            Programs.earnRule(),
            Programs.earnRule(
                "earn/gold", when: .tier(["gold"]), award: .fixed(points: 5), group: "gold"),
        ])
        var shop = try Shop(rules)
        let validity = Programs.program.validity
        let terms = Samples.terms("2027-04-10", granted: "2026-04-10")
        let recorded = PurchaseRecorded(
            order: "o", soldOn: Times.day("2026-04-10"),
            basket: Programs.basket((1_000, 1, 10), (1_000, 1, 10)),
            standing: Standing(tier: tier, memberSince: Times.day("2026-04-01")), hold: nil,
            summary: PurchaseSummary(
                status: .completed, total: Yen(2_000), redeemed: 0, payable: Yen(2_000),
                tax: Yen(181)),
            grants: [
                PurchaseGrant(
                    terms: terms, validity: validity, points: 25, isPending: false,
                    confirmsAt: nil)
            ], awards: [])
        let sold = try shop.perform(at: Times.noon("2026-04-10"), in: Programs.store) {
            try $0.append(
                .purchaseRecorded(recorded),
                [
                    Posting(.issued(company: "store-co"), -25),
                    Posting(.available, 25, lot: terms),
                ])
        }
        let returned = try shop.takeBack(
            [("1", 1)], of: sold.position, on: Times.noon("2026-04-11"))
        #expect(returned.clawedBack == clawedBack)
        #expect(shop.wallet.available == 25 - clawedBack)
    }
}
