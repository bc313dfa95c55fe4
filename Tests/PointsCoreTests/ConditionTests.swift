import Testing

@testable import PointsCore

struct ConditionTests {
    private static let april = Times.day("2026-04-01")...Times.day("2026-04-30")
    private static let may = Times.day("2026-05-01")...Times.day("2026-05-31")

    /// For a sale in the store ginza at t1 on Friday 10 April 2026 at noon by a gold member, for ¥1,000.
    private static let rows: [(condition: Condition, holds: Bool)] = [
        (.all([]), true), (.any([]), false), (.all([.any([])]), false),
        (.not(.any([])), true), (.all([.channel(["store"]), .store(["ginza"])]), true),
        (.all([.channel(["store"]), .store(["umeda"])]), false),
        (.any([.channel(["ec"]), .store(["ginza"])]), true),
        (.channel(["store", "ec"]), true), (.channel(["ec"]), false),
        (.company(["store-co"]), true), (.company(["ec-co"]), false),
        (.store(["ginza"]), true), (.store(["umeda"]), false),
        (.terminal(["t1"]), true), (.terminal(["t2"]), false),
        (.tier(["gold"]), true), (.tier(["silver"]), false),
        (.dayOfMonth([10, 20]), true), (.dayOfMonth([11]), false),
        (.weekday([5]), true), (.weekday([1, 2, 3, 4, 6, 7]), false),
        (.dates([may, april]), true), (.dates([may]), false), (.dates([]), false),
        (.dates([Times.day("2026-04-10")...Times.day("2026-04-10")]), true),
        (.timeOfDay(from: 720, to: 721), true), (.timeOfDay(from: 600, to: 720), false),
        (.timeOfDay(from: 1_320, to: 721), true), (.timeOfDay(from: 1_320, to: 720), false),
        (.timeOfDay(from: 700, to: 100), true),
        (.orderTotal(min: 1_000, max: 1_000), true), (.orderTotal(min: 1_001, max: nil), false),
        (.orderTotal(min: nil, max: 999), false), (.orderTotal(min: nil, max: nil), true),
    ]

    @Test(arguments: rows)
    func `holds or does not`(_ condition: Condition, _ holds: Bool) {
        let context = Programs.context(tier: "gold")
        #expect(condition.holds(in: context, total: 1_000) == holds)
        #expect(Condition.not(condition).holds(in: context, total: 1_000) != holds)
    }

    @Test(arguments: [Condition.store(["ginza"]), .terminal(["t1"]), .tier(["gold"])])
    func `does not hold for what nobody told`(_ condition: Condition) {
        #expect(!condition.holds(in: Programs.context(store: nil, terminal: nil), total: 0))
    }

    @Test(arguments: [
        (nil as String?, nil as String?, true), ("2026-04-10", nil, true),
        ("2026-04-11", nil, false), (nil, "2026-04-10", true), (nil, "2026-04-09", false),
        ("2026-04-10", "2026-04-10", true),
    ])
    func `a rule is in force from its first day to its last`(
        _ from: String?, _ to: String?, _ isIn: Bool
    ) {
        let period = EffectivePeriod(from: from.map(Times.day), to: to.map(Times.day))
        #expect(period.contains(Times.day("2026-04-10")) == isIn)
    }

    @Test
    func `the first redemption rule that applies sets the bounds`() {
        let rules = Programs.rules(
            burn: [
                Programs.burnRule("burn/b", min: 100, unit: 50, percent: 30, maxPoints: 250),
                Programs.burnRule("burn/a", when: .channel(["ec"])),
            ])
        let basket = Programs.basket((999, 1, 10)).priced
        #expect(
            rules.redeemable(of: basket, in: Programs.context())
                == Redeemable(max: 250, min: 100, unit: 50))
        let small = Programs.basket((99, 1, 10)).priced
        #expect(rules.redeemable(of: small, in: Programs.context()).max == 29)
        #expect(
            Programs.rules(burn: []).redeemable(of: basket, in: Programs.context())
                == Redeemable(max: 0, min: 0, unit: 1))
    }

    @Test(arguments: [
        (Int64(100), nil as String?), (250, nil),
        (251, "Points may pay 250 of this basket; 251 were to pay."),
        (50, "At least 100 points pay at a time; 50 were to pay."),
        (120, "Points pay in multiples of 50; 120 were to pay."),
    ])
    func `says why so many points may not pay`(_ points: Int64, _ objection: String?) {
        #expect(Redeemable(max: 250, min: 100, unit: 50).objection(to: points) == objection)
    }

    @Test(arguments: [(Int64(1_000), Int64(250)), (249, 200), (100, 100), (99, 0), (0, 0)])
    func `is limited to what somebody has`(_ spendable: Int64, _ most: Int64) {
        #expect(Redeemable(max: 250, min: 100, unit: 50).limited(to: spendable).max == most)
    }
}
