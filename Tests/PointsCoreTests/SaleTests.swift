import Testing

@testable import PointsCore

struct SaleTests {
    private static let thousand = Programs.basket((1_000, 1, 10))

    private static func shop(_ points: Int64 = 500, _ rules: Ruleset = Programs.rules()) throws
        -> Shop
    {
        var shop = try Shop(rules)
        try shop.grant(points, on: Times.noon("2026-04-02"), until: "2026-12-31")
        return shop
    }

    @Test
    func `redeems and earns in one entry`() throws {
        var shop = try Self.shop()
        let sale = try shop.sell(Self.thousand, on: Times.noon("2026-04-10"), redeem: 300)
        let entry = try #require(shop.entries.last)
        let paid = Samples.terms("2026-12-31", granted: "2026-04-02")
        let earned = Samples.terms("2027-04-10", granted: "2026-04-10")
        #expect(
            entry.postings == [
                Posting(.available, -300, lot: paid),
                Posting(.redeemed(company: "store-co"), 300),
                Posting(.issued(company: "store-co"), -7),
                Posting(.available, 7, lot: earned),
            ])
        #expect(
            sale.summary
                == PurchaseSummary(
                    status: .completed, total: Yen(1_000), redeemed: 300, payable: Yen(700),
                    tax: Yen(90),
                    taxes: [TaxShare(rate: 10, total: Yen(1_000), discount: Yen(300))]))
        #expect(sale.payment == [Lot(terms: paid, points: 300)])
        #expect(entry.after.available == 207)
        #expect(shop.invariantBroken() == nil)
    }

    @Test(arguments: [
        (nil as Int64?, Int64(200), Int64(300)), (120, 120, 380), (0, 0, 500),
    ])
    func `captures a hold whole or in part and gives the rest back`(
        _ redeem: Int64?, _ redeemed: Int64, _ left: Int64
    ) throws {
        var shop = try Self.shop()
        let hold = try shop.place(200, on: Times.noon("2026-04-10"))
        #expect(shop.wallet.available == 300)
        #expect(shop.wallet.held == 200)
        let moment = Times.moment("2026-04-10T12:29:59+09:00")
        let sale = try shop.sell(
            Programs.basket((10_000, 1, 10)), on: moment, in: Programs.web, redeem: redeem,
            hold: hold)
        #expect(sale.summary.redeemed == redeemed)
        #expect(sale.payment.map(\.points) == (redeemed == 0 ? [] : [redeemed]))
        #expect(shop.wallet.available == left)
        #expect(shop.wallet.held == 0)
        #expect(shop.entries.last?.touchedHolds == [hold])
        #expect(throws: Refusal.holdExpired(hold)) {
            try shop.sell(Self.thousand, on: moment, hold: hold)
        }
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a hold pays with the lots that expire soonest`() throws {
        var shop = try Self.shop(100)
        try shop.grant(100, on: Times.noon("2026-04-02"), until: "2026-05-31")
        let hold = try shop.place(150, on: Times.noon("2026-04-10"))
        let sale = try shop.sell(
            Self.thousand, on: Times.noon("2026-04-10"), redeem: 120, hold: hold)
        #expect(sale.payment.map(\.points) == [100, 20])
        #expect(
            sale.payment.map(\.terms.expiresOn) == [
                Times.day("2026-05-31"), Times.day("2026-12-31"),
            ])
        try shop.takeBack(of: sale.id, on: Times.noon("2026-04-11"))
        #expect(shop.wallet.lots.map(\.points) == [100, 100])
    }

    struct Refused: Sendable {
        var redeem: Int64?
        var hold: Int64?
        let refusal: Refusal
    }

    static let refused = [
        Refused(
            redeem: 1_001,
            refusal: .redeemNotAllowed(
                max: 1_000, min: 1, unit: 1,
                why: "Points may pay 1000 of this basket; 1001 were to pay.")),
        Refused(redeem: 600, refusal: .insufficientPoints(available: 400, requested: 600)),
        Refused(
            redeem: 101, hold: 4,
            refusal: .redeemNotAllowed(
                max: 100, min: 0, unit: 1, why: "The hold has 100 points; 101 were to pay.")),
        Refused(hold: 99, refusal: .holdExpired(JournalPosition(99))),
        Refused(redeem: 2_000, hold: 99, refusal: .holdExpired(JournalPosition(99))),
    ]

    /// 500 points, 100 of them held by entry 4.
    @Test(arguments: refused)
    func `refuses a sale and changes nothing`(_ row: Refused) throws {
        var shop = try Self.shop()
        #expect(try shop.place(100, on: Times.noon("2026-04-10")) == JournalPosition(4))
        let before = shop.entries
        #expect(throws: row.refusal) {
            try shop.sell(
                Self.thousand, on: Times.noon("2026-04-10"), redeem: row.redeem,
                hold: row.hold.map { JournalPosition($0) })
        }
        #expect(shop.entries == before)
    }

    @Test
    func `a card that nobody registered earns, and redeems only where the program says so`() throws
    {
        var shop = try Shop(provisional: true)
        try shop.sell(Programs.basket((50_000, 1, 10)), on: Times.noon("2026-04-10"))
        #expect(shop.wallet.available == 500)
        #expect(throws: Refusal.memberProvisional(Shop.id)) {
            try shop.sell(Self.thousand, on: Times.noon("2026-04-11"), redeem: 100)
        }
        #expect(throws: Refusal.memberProvisional(Shop.id)) {
            _ = try shop.place(100, on: Times.noon("2026-04-11"))
        }
        let rules = Programs.rules {
            $0.lifecycle.provisionalEarns = false
            $0.lifecycle.provisionalRedeems = true
        }
        var other = try Shop(rules, provisional: true)
        try other.grant(100, on: Times.noon("2026-04-10"))
        let sale = try other.sell(Self.thousand, on: Times.noon("2026-04-11"), redeem: 100)
        #expect(sale.grants.isEmpty)
        #expect(other.wallet.available == 0)
        try other.takeBack(of: sale.id, on: Times.noon("2026-04-11"))
        #expect(other.wallet.available == 100)
    }

    @Test
    func `an anonymous sale earns nothing and comes back`() throws {
        let rules = Programs.rules()
        let situation = Situation(
            cause: Samples.cause, rules: rules, next: JournalPosition(5), openDay: nil)
        var desk = Desk(programAt: JournalPosition(4), in: situation)
        let sale = Sale(
            member: nil, order: "o", basket: Self.thousand, redeem: nil, hold: nil)
        try desk.record(sale, in: Programs.web)
        let purchase = try #require(desk.entries.first.flatMap { Purchase($0) })
        #expect(purchase.summary.status == .completed)
        #expect(purchase.earned == 0)
        try desk.takeBack(nil, of: purchase, rules: rules)
        let last = try #require(desk.entries.last)
        #expect(last.postings.isEmpty && last.previous == JournalPosition(5))
        guard case .purchaseReturned(let returned) = last.event else { return }
        #expect(returned.refund == Yen(1_000))
        #expect(throws: Refusal.memberUnknown) {
            let paying = Sale(
                member: nil, order: "p", basket: Self.thousand, redeem: 1, hold: nil)
            try desk.record(paying, in: Programs.store)
        }
    }

    @Test
    func `a quote writes nothing and tells what the sale would do`() throws {
        var shop = try Self.shop(500)
        let sale = Sale(
            member: .id(Shop.id), order: "", basket: Self.thousand, redeem: 300, hold: nil)
        var quoted: (evaluation: Evaluation, redeemable: Redeemable, payable: Yen)?
        let before = shop.entries.count
        try shop.perform(at: Times.noon("2026-04-10")) {
            quoted = try $0.quote(sale, in: Programs.store)
        }
        #expect(shop.entries.count == before)
        #expect(quoted?.evaluation.points == 7)
        #expect(quoted?.redeemable == Redeemable(max: 500, min: 1, unit: 1))
        #expect(quoted?.payable == Yen(700))
    }

    @Test
    func `voids on the day of the sale and not on the next`() throws {
        var shop = try Self.shop()
        let sale = try shop.sell(
            Self.thousand, on: Times.moment("2026-04-10T23:00:00+09:00"), redeem: 300)
        var late = shop
        try shop.void(sale.id, on: Times.moment("2026-04-11T04:59:59+09:00"))
        #expect(shop.wallet.available == 500)
        #expect(shop.purchases[sale.id]?.summary.status == .voided)
        #expect(shop.invariantBroken() == nil)
        for again in [Times.noon("2026-04-11"), Times.moment("2026-04-11T04:59:59+09:00")] {
            #expect {
                try shop.void(sale.id, on: again)
            } throws: {
                ($0 as? Refusal)?.code == .purchaseClosed
            }
        }
        #expect {
            try late.void(sale.id, on: Times.moment("2026-04-11T05:00:00+09:00"))
        } throws: {
            ($0 as? Refusal)?.code == .purchaseClosed
        }
    }
}
