import Testing

@testable import PointsCore

/// What members earn by something else than buying: 50 points for a review unless a rule says otherwise.
struct ActivityRuleTests {
    private static func shop(_ rules: ActivityRule...) throws -> Shop {
        try Shop(Programs.rules(activities: rules))
    }

    private static let noon = Times.noon("2026-04-10")

    // MARK: Caps

    @Test(arguments: [
        // The business day begins at 05:00: half past four still is the day before.
        (Cap.Scope.day, ["2026-04-10", "2026-04-11T04:30:00+09:00", "2026-04-11"], [50, 30, 50]),
        (.month, ["2026-04-10", "2026-05-01T04:30:00+09:00", "2026-05-01"], [50, 30, 50]),
        (.member, ["2026-04-10", "2026-05-01", "2027-05-01"], [50, 30, 0]),
        (.campaign, ["2026-04-10", "2026-05-01", "2027-05-01"], [50, 30, 0]),
    ])
    func `an activity earns what is left of 80 points`(
        _ scope: Cap.Scope, _ days: [String], _ points: [Int64]
    ) throws {
        let cap = Cap(points: 80, scope: scope)
        var shop = try Self.shop(Programs.activityRule(caps: [cap]))
        for (day, expected) in zip(days, points) {
            let moment = day.contains("T") ? Times.moment(day) : Times.noon(day)
            let recorded = try shop.record("review", on: moment)
            #expect(recorded.lots.reduce(0) { $0 + $1.points } == expected)
            #expect(recorded.awards.map(\.points) == [expected])
        }
        #expect(shop.invariantBroken() == nil)
    }

    @Test
    func `the tightest of several caps binds and is named`() throws {
        let caps = [Cap(points: 80, scope: .day), Cap(points: 120, scope: .member)]
        var shop = try Self.shop(Programs.activityRule(caps: caps))
        let whys = try ["2026-04-10", "2026-04-10", "2026-04-11", "2026-04-11"].map { day in
            try shop.record("review", on: Times.noon(day)).awards.map(\.why)
        }
        #expect(
            whys == [
                ["0 → 50, floor 50"], ["0 → 50, floor 50, capped at 30 (day)"],
                ["0 → 50, floor 50, capped at 40 (member)"],
                ["0 → 50, floor 50, capped at 0 (member)"],
            ])
    }

    @Test
    func `a cap of a rule counts no points of another, nor those of purchases`() throws {
        let cap = [Cap(points: 60, scope: .day)]
        var shop = try Shop(
            Programs.rules(
                earn: [Programs.earnRule(caps: cap)],
                activities: [
                    Programs.activityRule(caps: cap),
                    Programs.activityRule("activities/survey", ["survey"], caps: cap),
                ]))
        try shop.sell(Programs.basket((9_000, 1, 10)), on: Self.noon)
        for activity in ["review", "survey", "review", "survey"] {
            try shop.record(activity, on: Self.noon)
        }
        #expect(shop.wallet.available == 60 + 60 + 60)
    }

    // MARK: Conditions

    @Test(arguments: [
        (Condition.channel(["store"]), true), (.channel(["ec"]), false),
        (.company(["store-co"]), true), (.store(["ginza"]), false),
        (.not(.terminal(["t1"])), true), (.weekday([5]), true), (.weekday([1]), false),
        (.dayOfMonth([10]), true), (.timeOfDay(from: 720, to: 721), true),
        (.timeOfDay(from: 0, to: 720), false),
        (.dates([Times.day("2026-04-10")...Times.day("2026-04-10")]), true),
        (.tier(["gold"]), false),
        (.memberSince(MembershipAge(joined: nil, days: AmountBound(min: 9))), true),
        (.memberSince(MembershipAge(joined: nil, days: AmountBound(min: 10))), false),
        (.person(.birthdayMonth), true), (.person(.age(20...30)), false),
        (.any([.channel(["ec"]), .person(.age(36...36))]), true),
    ])
    func `applies when its condition holds`(_ condition: Condition, _ holds: Bool) throws {
        var shop = try Self.shop(Programs.activityRule(when: condition))
        // Born in April 1990, a member since 1 April.
        shop.birthDate = Times.day("1990-04-01")
        let recorded = try shop.record("review", on: Self.noon)
        #expect(recorded.lots.map(\.points) == (holds ? [50] : []))
    }

    @Test
    func `an activity that no rule names earns nothing and is written down`() throws {
        var shop = try Self.shop(Programs.activityRule())
        let recorded = try shop.record("survey", on: Self.noon)
        #expect(recorded.lots.isEmpty && recorded.awards.isEmpty)
        #expect(shop.entries.last?.event.name == "activity.record")
        #expect(shop.entries.last?.postings.isEmpty == true)
    }

    @Test(arguments: [("2026-04-09", 0), ("2026-04-10", 50), ("2026-04-12", 50), ("2026-04-13", 0)])
    func `is judged by the rules that were in force on its day`(
        _ day: String, _ points: Int64
    ) throws {
        let period = EffectivePeriod(from: Times.day("2026-04-10"), to: Times.day("2026-04-12"))
        var shop = try Self.shop(Programs.activityRule(effective: period))
        try shop.record("review", on: Times.noon(day))
        #expect(shop.wallet.available == points)
    }

    // MARK: Several rules

    @Test(arguments: [
        (EarnRule.Pick.all, ["activities/a", "activities/b", "activities/c"]),
        (.best, ["activities/b", "activities/c"]), (.first, ["activities/a", "activities/c"]),
    ])
    func `of a group as many rules count as it says, and groups add up`(
        _ pick: EarnRule.Pick, _ rules: [String]
    ) throws {
        var shop = try Self.shop(
            Programs.activityRule(
                "activities/a", points: 10, group: "g", pick: pick, priority: 1),
            Programs.activityRule(
                "activities/b", points: 20, group: "g", pick: pick, priority: 2),
            Programs.activityRule("activities/c", points: 5))
        #expect(try shop.record("review", on: Self.noon).awards.map(\.rule) == rules)
    }

    @Test
    func `the best of a group is the best after its caps`() throws {
        let cap = [Cap(points: 25, scope: .day)]
        var shop = try Self.shop(
            Programs.activityRule("activities/a", points: 10, group: "g", pick: .best),
            Programs.activityRule("activities/b", points: 20, group: "g", pick: .best, caps: cap))
        let given = try (1...2).map { _ in
            try shop.record("review", on: Self.noon).awards.map { "\($0.rule) \($0.points)" }
        }
        #expect(given == [["activities/b 20"], ["activities/a 10"]])
    }

    // MARK: What the points are

    @Test
    func `points have the class and the validity of their rule`() throws {
        var shop = try Self.shop(
            Programs.activityRule(),
            Programs.activityRule(
                "activities/limited", points: 7, pointClass: PointClass("limited"),
                validity: .afterGrant(.days(30), roundedTo: .day)))
        try shop.record("review", on: Self.noon)
        let lots = shop.wallet.lots
        #expect(lots.map(\.points) == [7, 50])
        #expect(lots.map(\.terms.pointClass.name) == ["limited", "standard"])
        #expect(lots.map { $0.terms.expiresOn } == ["2026-05-10", "2027-04-10"].map(Times.day))
        #expect(shop.rules.pointClasses.map(\.name).sorted() == ["limited", "standard"])
    }

    @Test
    func
        `points count at once, also where those of purchases wait, for the company of the channel`()
        throws
    {
        var shop = try Self.shop(Programs.activityRule())
        try shop.record("review", on: Self.noon, in: Programs.web, issuedBy: "ec-co")
        #expect(shop.wallet.available == 50 && shop.wallet.pending == 0)
        #expect(shop.wallet.lots.map(\.terms.company) == ["ec-co"])
    }

    @Test
    func `what is owed is paid first`() throws {
        var shop = try Self.shop(Programs.activityRule())
        let id = try shop.sell(Programs.basket((3_000, 1, 10)), on: Self.noon).id
        try shop.adjust(-30, on: Self.noon)
        try shop.takeBack(of: id, on: Self.noon)
        #expect(shop.wallet.debt == -30)
        let recorded = try shop.record("review", on: Self.noon)
        #expect(recorded.lots.map(\.points) == [50])
        #expect(shop.wallet.debt == 0 && shop.wallet.available == 20)
        #expect(shop.invariantBroken() == nil)
    }

    // MARK: Who earns

    @Test(arguments: [(true, Int64(50)), (false, 0)])
    func `a card that nobody registered earns if the program says so`(
        _ earns: Bool, _ points: Int64
    ) throws {
        let rules = Programs.rules(activities: [Programs.activityRule()]) {
            $0.lifecycle.provisionalEarns = earns
        }
        var shop = try Shop(rules, provisional: true)
        try shop.record("review", on: Self.noon)
        #expect(shop.wallet.available == points)
    }

    @Test
    func `who has left earns nothing, and is refused for what came after`() throws {
        var shop = try Self.shop(Programs.activityRule())
        try shop.withdraw(on: Self.noon)
        let late = try shop.record("review", on: Times.noon("2026-04-09"))
        #expect(late.lots.isEmpty && late.awards.isEmpty)
        #expect(throws: Refusal.memberWithdrawn(Shop.id)) {
            try shop.record("review", on: Times.noon("2026-04-11"))
        }
    }

    @Test(arguments: [
        (Set([Activity.activity]), "2026-06-10"), (Set([Activity.purchase, .earn]), "2026-06-02"),
    ])
    func `moves the last day of the balance on where the program counts activities`(
        _ counted: Set<Activity>, _ last: String
    ) throws {
        let rules = Programs.rules(activities: [Programs.activityRule()]) {
            $0.validity = .afterActivity(.months(2), roundedTo: .day, of: counted)
        }
        var shop = try Shop(rules)
        try shop.grant(10, on: Times.noon("2026-04-02"))
        try shop.record("survey", on: Self.noon)
        #expect(shop.wallet.lots.map(\.terms.expiresOn) == [Times.day(last)])
    }

    @Test
    func `takes no part in ranks`() throws {
        let rules = Programs.rules(activities: [Programs.activityRule()])
        var shop = try Shop(rules)
        try shop.record("review", on: Self.noon)
        #expect(shop.member?.tiers == TierRecord())
        #expect(shop.member?.purchaseCount == 0)
    }
}
