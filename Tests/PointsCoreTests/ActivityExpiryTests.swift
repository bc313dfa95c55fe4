import Testing

@testable import PointsCore

/// The balance ends six months after the last activity that the program counts.
struct ActivityExpiryTests {
    private static func rules(
        of activities: Set<Activity>, roundedTo period: ExpiryPeriod = .day
    ) -> Ruleset {
        Programs.rules {
            $0.validity = .afterActivity(.months(6), roundedTo: period, of: activities)
        }
    }

    /// 100 points of 2 April, last day 2 October; on the same day an order of the web shop that earns 10.
    private static func shop(_ rules: Ruleset) throws -> (shop: Shop, order: JournalPosition) {
        var shop = try Shop(rules)
        try shop.grant(100, on: Times.noon("2026-04-02"))
        let order = try shop.sell(
            Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-02"), in: Programs.web)
        return (shop, order.id)
    }

    /// The last day of what was granted on 2 April by hand.
    private static func last(_ shop: Shop) -> CivilDate? {
        shop.wallet.lots.first { $0.terms.grantedOn == Times.day("2026-04-02") }?
            .terms.expiresOn
    }

    enum Step: CaseIterable {
        case smallSale, sale, paidSale, shipment, gift

        var activities: Set<Activity> {
            switch self {
            case .smallSale: [.purchase]
            case .sale: [.purchase, .earn]
            case .paidSale: [.purchase, .redeem]
            case .shipment: [.confirm]
            case .gift: [.grant]
            }
        }

        func take(in shop: inout Shop, order: JournalPosition, on moment: Instant) throws {
            switch self {
            case .smallSale: try shop.sell(Programs.basket((50, 1, 10)), on: moment)
            case .sale: try shop.sell(Programs.basket((1_000, 1, 10)), on: moment)
            case .paidSale: try shop.sell(Programs.basket((50, 1, 10)), on: moment, redeem: 50)
            case .shipment: try shop.confirm(order, on: moment)
            case .gift: try shop.grant(5, on: moment)
            }
        }
    }

    @Test(arguments: Step.allCases, Activity.allCases)
    func `activity that counts moves the last day, and no other`(
        _ step: Step, _ counted: Activity
    ) throws {
        var (shop, order) = try Self.shop(Self.rules(of: [counted]))
        #expect(Self.last(shop) == Times.day("2026-10-02"))
        try step.take(in: &shop, order: order, on: Times.noon("2026-05-01"))
        let moves = step.activities.contains(counted)
        #expect(Self.last(shop) == Times.day(moves ? "2026-11-01" : "2026-10-02"))
        #expect(
            shop.entries.contains { $0.event == .lotsExtended(until: Times.day("2026-11-01")) }
                == moves)
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `held points move on too, and go back as they are`() throws {
        var (shop, _) = try Self.shop(Self.rules(of: [.purchase]))
        let hold = try shop.place(
            60, on: Times.noon("2026-04-03"), until: Times.noon("2026-06-01"))
        try shop.sell(Programs.basket((50, 1, 10)), on: Times.noon("2026-05-01"))
        #expect(
            shop.wallet.hold(hold)?.lots.map(\.terms.expiresOn) == [Times.day("2026-11-01")])
        try shop.release(hold, on: Times.noon("2026-05-02"))
        #expect(shop.wallet.lots.map(\.points) == [100])
        #expect(shop.wallet.lots.first?.terms.expiresOn == Times.day("2026-11-01"))
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `a late command never moves the last day back`() throws {
        var (shop, _) = try Self.shop(Self.rules(of: [.purchase]))
        try shop.sell(Programs.basket((50, 1, 10)), on: Times.noon("2026-05-01"))
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-15"))
        #expect(
            shop.wallet.lots.map(\.terms.expiresOn) == [
                Times.day("2026-11-01"), Times.day("2026-11-01"),
            ])
        #expect(shop.wallet.available == 110)
    }

    @Test
    func `restored points end with the rest of the balance`() throws {
        var (shop, _) = try Self.shop(Self.rules(of: [.purchase]))
        let paid = try shop.sell(
            Programs.basket((50, 1, 10)), on: Times.noon("2026-04-10"), redeem: 50)
        try shop.sell(Programs.basket((50, 1, 10)), on: Times.noon("2026-06-01"))
        let returned = try shop.takeBack(of: paid.id, on: Times.noon("2026-06-02"))
        #expect(returned.restored == 50)
        #expect(shop.wallet.lots.map(\.points) == [100])
        #expect(Self.last(shop) == Times.day("2026-12-01"))
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `points of a limited class keep their own last day`() throws {
        var rules = Self.rules(of: [.purchase])
        rules = Ruleset(
            hash: rules.hash, program: rules.program,
            earnRules: [
                Programs.earnRule(
                    pointClass: PointClass("summer"),
                    validity: .afterGrant(.days(30), roundedTo: .day))
            ], burnRules: rules.burnRules)
        var shop = try Shop(rules)
        try shop.sell(Programs.basket((1_000, 1, 10)), on: Times.noon("2026-04-10"))
        try shop.sell(Programs.basket((50, 1, 10)), on: Times.noon("2026-05-01"))
        #expect(shop.wallet.lots.map(\.terms.expiresOn) == [Times.day("2026-05-10")])
        try shop.settle(on: Times.noon("2026-05-11"))
        #expect(shop.wallet.available == 0)
    }

    @Test
    func `without activity everything ends together, when read and when spent`() throws {
        var (shop, _) = try Self.shop(Self.rules(of: [.purchase]))
        let calendar = Programs.program.calendar
        let lastMoment = Times.moment("2026-10-03T04:59:59+09:00")
        let over = Times.moment("2026-10-03T05:00:00+09:00")
        // The 10 points of the order came true after 90 days and end with the rest.
        #expect(shop.wallet.balance(at: lastMoment, in: calendar).spendable == 110)
        #expect(shop.wallet.balance(at: over, in: calendar).spendable == 0)
        #expect(throws: Refusal.insufficientPoints(available: 0, requested: 1)) {
            try shop.sell(Programs.basket((50, 1, 10)), on: over, redeem: 1)
        }
        // A purchase of the next day revives nothing.
        try shop.sell(Programs.basket((50, 1, 10)), on: over)
        #expect(shop.wallet.available == 0)
        #expect(shop.sums[.expired(company: "store-co")] == 100)
    }

    @Test
    func `the last day moves on to the end of its period`() throws {
        let (shop, _) = try Self.shop(Self.rules(of: [.purchase], roundedTo: .monthEnd))
        #expect(Self.last(shop) == Times.day("2026-10-31"))
    }
}
