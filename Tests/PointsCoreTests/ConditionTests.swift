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
        (.orderTotal(AmountBound(min: 1_000, max: 1_000), includesTax: true), true),
        (.orderTotal(AmountBound(min: 1_001), includesTax: true), false),
        (.orderTotal(AmountBound(max: 999), includesTax: true), false),
        (.orderTotal(AmountBound(), includesTax: true), true),
        // 910 without tax.
        (.orderTotal(AmountBound(min: 910, max: 910), includesTax: false), true),
        (.orderTotal(AmountBound(min: 911), includesTax: false), false),
        (.basket(bound(quantity: AmountBound(min: 1, max: 1))), true),
        (.basket(bound(quantity: AmountBound(min: 2))), false),
        (.basket(bound(amount: AmountBound(min: 911))), false),
        (.basket(bound(lines: .sku(["x"]), quantity: AmountBound(min: 1))), false),
        (.paymentMethod(["card"]), true), (.paymentMethod(["cash"]), false),
        (.firstPurchase(false), true), (.firstPurchase(true), false),
        (.memberSince(since(joined: april)), true), (.memberSince(since(joined: may)), false),
        (.memberSince(since(days: AmountBound(min: 9, max: 9))), true),
        (.memberSince(since(days: AmountBound(max: 8))), false),
        (.person(.birthdayMonth), true), (.person(.age(20...29)), false),
    ]

    private static func bound(
        lines: LineCondition = .all([]), quantity: AmountBound? = nil, amount: AmountBound? = nil
    ) -> BasketBound {
        BasketBound(lines: lines, quantity: quantity, amount: amount, includesTax: false)
    }

    private static func since(
        joined: ClosedRange<CivilDate>? = nil, days: AmountBound = AmountBound()
    ) -> MembershipAge {
        MembershipAge(joined: joined, days: days)
    }

    private static let basket = Programs.basket((1_000, 1, 10)).priced

    @Test(arguments: rows)
    func `holds or does not`(_ condition: Condition, _ holds: Bool) {
        let context = Programs.context(
            tier: "gold", paymentMethod: "card", traits: [.birthdayMonth])
        #expect(condition.holds(in: context, for: Self.basket) == holds)
        #expect(Condition.not(condition).holds(in: context, for: Self.basket) != holds)
    }

    @Test(arguments: [
        Condition.store(["ginza"]), .terminal(["t1"]), .tier(["gold"]), .paymentMethod(["card"]),
    ])
    func `does not hold for what nobody told`(_ condition: Condition) {
        #expect(!condition.holds(in: Programs.context(store: nil, terminal: nil), for: Self.basket))
    }

    @Test(arguments: [
        ("2000-04-30", "2026-04-01", PersonalTrait.birthdayMonth, true),
        ("2000-05-01", "2026-04-30", .birthdayMonth, false),
        ("2000-04-10", "2026-04-09", .age(25...25), true),
        ("2000-04-10", "2026-04-10", .age(26...26), true),
        ("2000-02-29", "2026-02-28", .age(25...25), true),
        ("2000-02-29", "2026-03-01", .age(26...26), true),
        ("2000-12-31", "2026-01-01", .age(0...24), false),
    ])
    func `a trait is told from the date of birth`(
        _ birth: String, _ day: String, _ trait: PersonalTrait, _ holds: Bool
    ) {
        #expect(trait.holds(bornOn: Times.day(birth), on: Times.day(day)) == holds)
    }

    @Test
    func `a sale keeps what the rules asked about the person and no date`() throws {
        let young = Programs.earnRule(
            "earn/young", when: .person(.age(0...25)), award: .fixed(points: 7), group: "young")
        var shop = try Shop(Programs.rules(earn: [young]))
        shop.birthDate = Times.day("2000-04-11")
        let basket = Programs.basket((1_000, 1, 10))
        let sale = try shop.sell(basket, on: Times.noon("2026-04-10"))
        #expect(sale.earned == 7)
        #expect(sale.recorded.standing.traits == [.age(0...25)])
        // A year older a day later; what was bought before is judged as it was.
        #expect(try shop.sell(basket, on: Times.noon("2026-04-11")).earned == 0)
        let back = try shop.takeBack(of: sale.id, on: Times.noon("2026-04-12"))
        #expect(back.clawedBack == 7)
    }

    @Test
    func `the first purchase is the first that stands`() throws {
        let first = Programs.earnRule(
            "earn/first", when: .firstPurchase(true), award: .fixed(points: 100), group: "first")
        var shop = try Shop(Programs.rules(earn: [first]))
        let basket = Programs.basket((500, 1, 10), (500, 1, 10))
        let noon = Times.noon("2026-04-10")
        let sale = try shop.sell(basket, on: noon)
        #expect(sale.earned == 100)
        #expect(try shop.sell(basket, on: noon).earned == 0)
        try shop.takeBack([(line: "1", quantity: 1)], of: sale.id, on: noon)
        #expect(try shop.sell(basket, on: noon).earned == 0)
        for purchase in shop.purchases.keys.sorted() { try shop.takeBack(of: purchase, on: noon) }
        #expect(try shop.sell(basket, on: noon).earned == 100)
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

    /// ガ as one letter, and as カ with a mark: the same to whoever reads it (Unicode canonical equivalence).
    @Test(arguments: [("\u{30AC}ム", "\u{30AB}\u{3099}ム"), ("\u{30AB}\u{3099}ム", "\u{30AC}ム")])
    func `composed and decomposed letters name the same category`(
        _ written: String, _ sent: String
    ) {
        let line = BasketLine(
            name: "1", category: sent + "/ミント", quantity: 1, amount: Yen(1_100), taxRate: 10)
        #expect(LineCondition.category([written]).holds(for: line))
        #expect(!LineCondition.category([written + "/レモン"]).holds(for: line))
        let rules = Programs.rules(
            earn: [Programs.earnRule(lines: .category([written]))],
            burn: [Programs.burnRule(lines: .not(.category([written])))])
        let basket = Basket(lines: [line], amountsIncludeTax: true).priced
        let context = Programs.context()
        #expect(rules.evaluate(basket, redeemed: 0, in: context).points == 11)
        #expect(rules.redeemable(of: basket, in: context).max == 0)
    }
}
