import Testing

@testable import PointsCore

/// Up at once, for the next sale; what counts, and what is taken off again.
struct TierTests {
    @Test func `a rank that is reached counts from the next sale on`() throws {
        var shop = try Shop(Ranks.rules())
        #expect(shop.rank(on: "2026-04-01")?.tier.id == "regular")
        try shop.sell(Ranks.basket(9_999), on: Times.noon("2026-04-10"))
        #expect(shop.rank(on: "2026-04-10")?.next == TierView.Next(id: "silver", missing: 1))
        let second = try shop.sell(Ranks.basket(1), on: Times.noon("2026-05-10"))
        #expect(second.earned == 0)
        let rank = try #require(shop.rank(on: "2026-05-10"))
        #expect(rank.tier.id == "silver")
        #expect(rank.since == Times.day("2026-05-10"))
        #expect(rank.keptThrough == Times.day("2027-05-09"))
        #expect(rank.basis == 10_000)
        #expect(rank.next == TierView.Next(id: "gold", missing: 20_000))
        let third = try shop.sell(Ranks.basket(20_000), on: Times.noon("2026-05-10"))
        #expect(third.earned == 700)
        #expect(shop.rank(on: "2026-05-10")?.tier.id == "gold")
        #expect(shop.rank(on: "2026-05-10")?.next == nil)
        #expect(shop.ranksOfSales == ["regular", "regular", "silver"])
    }

    @Test(arguments: [
        (Int64(0), Int64(6_000), "regular"), (0, 15_000, "silver"), (0, 35_000, "gold"),
        (8_000, 3_000, "silver"),
    ])
    func `a sale may count towards the rank by which it is judged`(
        _ spent: Int64, _ order: Int64, _ rank: String
    ) throws {
        var shop = try Shop(Ranks.rules(Ranks.policy(countsCurrentOrder: true)))
        if spent > 0 { try shop.sell(Ranks.basket(spent), on: Times.noon("2026-04-10")) }
        let sale = try shop.sell(Ranks.basket(order), on: Times.noon("2026-04-11"))
        #expect(sale.recorded.standing.tier == rank)
        #expect(sale.earned == order / 100 + (rank == "silver" ? 500 : 0))
        // What is left is judged by the rank of the sale.
        let back = try shop.takeBack(of: sale.id, on: Times.noon("2026-04-12"))
        #expect(back.clawedBack == sale.earned)
        #expect(shop.rank(on: "2026-04-12")?.tier.id == rank)
        #expect(shop.rank(on: "2026-04-12")?.basis == spent)
    }

    @Test(arguments: [
        (TierMetric.spendWithTax, Int64(900), Int64(300)),
        // 82 and 28 are the taxes in 900 and 300: 818 and 273.
        (.spendWithoutTax, 819, 273), (.points, 9, 3), (.visits, 1, 1),
    ])
    func `counts what is paid in money, or points, or visits, less what comes back`(
        _ metric: TierMetric, _ sold: Int64, _ left: Int64
    ) throws {
        var shop = try Shop(Ranks.rules(Ranks.policy(metric)))
        try shop.grant(100, on: Times.noon("2026-04-02"))
        let sale = try shop.sell(
            Ranks.basket(1_000, pieces: 5), on: Times.noon("2026-04-10"), redeem: 100)
        #expect(shop.rank(on: "2026-04-10")?.basis == sold)
        try shop.takeBack([("1", 3)], of: sale.id, on: Times.noon("2026-05-20"))
        #expect(shop.rank(on: "2026-05-20")?.basis == left)
        try shop.takeBack(of: sale.id, on: Times.noon("2026-05-21"))
        #expect(shop.rank(on: "2026-05-21")?.basis == 0)
        #expect(shop.member?.tiers.counts == [])
    }

    @Test func `a return lowers what counts, and the rank stays until the review`() throws {
        var shop = try Shop(Ranks.rules())
        let sale = try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        try shop.takeBack(of: sale.id, on: Times.noon("2026-04-11"))
        let rank = shop.rank(on: "2027-04-09")
        #expect(rank?.tier.id == "silver")
        #expect(rank?.basis == 0)
        #expect(rank?.next == TierView.Next(id: "gold", missing: 30_000))
        #expect(shop.rank(on: "2027-04-10")?.tier.id == "regular")
    }

    @Test func `only the channels that are named count`() throws {
        var shop = try Shop(Ranks.rules(Ranks.policy(channels: ["store"])))
        try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"), in: Programs.web)
        #expect(shop.rank(on: "2026-04-10")?.basis == 0)
        try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        #expect(shop.rank(on: "2026-04-10")?.basis == 12_000)
    }

    @Test func `a web order counts when it is recorded, and no more when it is cancelled`() throws {
        var shop = try Shop(Ranks.rules())
        let order = try shop.sell(
            Ranks.basket(12_000), on: Times.noon("2026-04-10"), in: Programs.web)
        #expect(shop.rank(on: "2026-04-10")?.basis == 12_000)
        try shop.void(order.id, on: Times.noon("2026-04-20"))
        #expect(shop.rank(on: "2026-04-20")?.basis == 0)
    }

    @Test func `what takes a purchase's place counts in its stead`() throws {
        var shop = try Shop(Ranks.rules())
        let sale = try shop.sell(Ranks.basket(9_000), on: Times.noon("2026-04-10"))
        try shop.replace(sale.id, with: Ranks.basket(9_500), on: Times.noon("2026-04-10"))
        #expect(shop.rank(on: "2026-04-10")?.basis == 9_500)
    }

    @Test func `what comes back without a receipt is taken off the month in which it comes`() throws
    {
        var shop = try Shop(Ranks.rules { $0.unreceiptedRefundMax = Yen(50_000) })
        try shop.sell(Ranks.basket(9_000), on: Times.noon("2026-04-10"))
        let first = try shop.takeBackUnreceipted(
            Ranks.basket(2_000), on: Times.noon("2026-04-11"))
        #expect(first.tierCount?.amount == -2_000)
        #expect(shop.rank(on: "2026-04-11")?.basis == 7_000)
        _ = try shop.takeBackUnreceipted(Ranks.basket(50_000), on: Times.noon("2026-04-11"))
        #expect(shop.rank(on: "2026-04-11")?.basis == 0)
        try shop.sell(Ranks.basket(100), on: Times.noon("2026-04-12"))
        #expect(shop.rank(on: "2026-04-12")?.basis == 100)
    }

    @Test func `a card that nobody registered collects and does not rise`() throws {
        var shop = try Shop(Ranks.rules(), provisional: true)
        try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        #expect(shop.rank(on: "2026-04-10")?.tier.id == "regular")
        #expect(shop.rank(on: "2026-04-10")?.basis == 12_000)
        #expect(shop.rank(on: "2026-04-10")?.next?.missing == 0)
        var other = try Shop(
            Ranks.rules { $0.lifecycle.provisionalEarns = false }, provisional: true)
        try other.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        #expect(other.rank(on: "2026-04-10")?.basis == 0)
    }

    @Test func `an order that was voided before it arrived counts nothing`() throws {
        var shop = try Shop(Ranks.rules())
        let sale = Sale(
            member: .id(Shop.id), order: "o", basket: Ranks.basket(12_000), redeem: nil, hold: nil)
        try shop.perform(at: Times.noon("2026-04-10"), in: Programs.store) {
            try $0.recordVoided(sale, in: Programs.store, by: JournalPosition(1))
        }
        #expect(shop.rank(on: "2026-04-10")?.basis == 0)
        #expect(shop.ranksOfSales == ["regular"])
    }

    @Test func `a program without ranks has none, whatever was reached before`() throws {
        var shop = try Shop(Ranks.rules())
        try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        let member = try #require(shop.member)
        #expect(
            member.tierView(
                under: Programs.rules(), reviewedBy: TierTimeline(nil), at: Times.noon("2026-04-11")
            ) == nil)
        #expect(member.standing(under: nil, at: Times.noon("2026-04-11")).tier == nil)
    }
}
