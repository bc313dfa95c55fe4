@testable import PointsCore

/// A program whose numbers can be worked out by hand: one point for ¥100, days that begin at 05:00 in Tokyo.
enum Programs {
    /// The shops: what they sell earns at once.
    static let store = Channel(name: "store", company: "store-co", pending: .atOnce)
    /// The web shop: points wait for the shipment, 90 days at most.
    static let web = Channel(
        name: "ec", company: "ec-co", pending: .onConfirm(afterDays: 0, latestDays: 90))
    /// A web shop whose points wait 14 days more after the shipment.
    static let slowWeb = Channel(
        name: "slow", company: "ec-co", pending: .onConfirm(afterDays: 14, latestDays: 90))

    static let program = Program(
        name: "test", currency: "JPY",
        calendar: BusinessCalendar(zone: .tokyo, startMinutes: 300), pointValue: 1,
        identityKinds: [:], companies: ["store-co", "ec-co"],
        channels: ["store": store, "ec": web, "slow": slowWeb], allowsAnonymousSales: true,
        validity: .afterGrant(.months(12), roundedTo: .day), holdMinutes: 30, shortfall: .debt,
        redeemedOnReturn: .keepOnRemaining, restore: .originalLot,
        lifecycle: LifecyclePolicy(
            holdsBlockWithdrawal: false, pendingBlocksWithdrawal: false, eraseAfterDays: 30,
            restoreWithinDays: 30, joiningBonusEveryMonths: 12, recogniseForMonths: 24,
            provisionalEarns: true, provisionalRedeems: false))

    /// Rules for that program, or for what `change` makes of it.
    static func rules(
        earn: [EarnRule] = [earnRule()], burn: [BurnRule] = [burnRule()],
        activities: [ActivityRule] = [], titles: [String: Caption] = [:],
        _ change: (inout Program) -> Void = { _ in }
    ) -> Ruleset {
        var program = program
        change(&program)
        return Ruleset(
            hash: [UInt8](repeating: 7, count: 32), program: program, earnRules: earn,
            burnRules: burn, activityRules: activities, titles: titles)
    }

    /// One point for ¥100 with tax, rounded down for the order; what points pay earns nothing.
    static func earnRule(
        _ id: String = "earn/base", when condition: Condition = .all([]),
        lines: LineCondition = .all([]),
        award: Award = .rate(Rate(points: Fraction(1), per: 100)), includesTax: Bool = true,
        redeemed: EarnRule.RedeemedBase = .deduct, stage: EarnRule.RoundingStage = .order,
        rounding: Rounding = .floor, group: String = "base", pick: EarnRule.Pick = .all,
        priority: Int64 = 0, pointClass: PointClass = .standard, validity: Validity? = nil,
        orderCap: Int64? = nil, caps: [Cap] = [], pending: PendingPolicy? = nil,
        effective: EffectivePeriod = EffectivePeriod(from: nil, to: nil)
    ) -> EarnRule {
        EarnRule(
            id: id, effective: effective, condition: condition, lines: lines, award: award,
            includesTax: includesTax, redeemed: redeemed, stage: stage, rounding: rounding,
            group: group, pick: pick, priority: priority, pointClass: pointClass,
            validity: validity, pending: pending,
            caps: caps + (orderCap.map { [Cap(points: $0, scope: .order)] } ?? []))
    }

    /// 50 points for each review.
    static func activityRule(
        _ id: String = "activities/review", _ activities: Set<String> = ["review"],
        when condition: Condition = .all([]), points: Int64 = 50, group: String? = nil,
        pick: EarnRule.Pick = .all, priority: Int64 = 0, pointClass: PointClass = .standard,
        validity: Validity? = nil, caps: [Cap] = [],
        effective: EffectivePeriod = EffectivePeriod(from: nil, to: nil)
    ) -> ActivityRule {
        ActivityRule(
            id: id, effective: effective, activities: activities, condition: condition,
            points: points, group: group ?? id, pick: pick, priority: priority,
            pointClass: pointClass, validity: validity, caps: caps)
    }

    /// 30 points more for an order of at most ¥999.
    static let smallOrderRule = earnRule(
        "earn/small", when: .orderTotal(AmountBound(max: 999), includesTax: true),
        award: .fixed(points: 30),
        group: "small")

    /// Everything may be paid with points.
    static func burnRule(
        _ id: String = "burn/base", when condition: Condition = .all([]),
        lines: LineCondition = .all([]), min: Int64 = 1, unit: Int64 = 1, percent: Int64 = 100,
        maxPoints: Int64? = nil
    ) -> BurnRule {
        BurnRule(
            id: id, effective: EffectivePeriod(from: nil, to: nil), condition: condition,
            lines: lines, min: min, unit: unit, maxPercentOfOrder: percent, maxPoints: maxPoints)
    }

    /// A sale in the store on 10 April 2026, a Friday, at noon.
    static func context(
        store: String? = "ginza", terminal: String? = "t1", day: String = "2026-04-10",
        minute: Int = 720, tier: String? = nil, paymentMethod: String? = nil,
        traits: [PersonalTrait] = []
    ) -> SaleContext {
        SaleContext(
            channel: "store", company: "store-co", store: store, terminal: terminal,
            paymentMethod: paymentMethod, businessDay: Times.day(day), minuteOfDay: minute,
            standing: Standing(
                tier: tier, memberSince: Times.day("2026-04-01"), traits: traits))
    }

    /// A basket with the tax in it whose lines are called by their places, from 1.
    static func basket(
        _ lines: (amount: Int64, quantity: Int64, taxRate: Int64)..., includesTax: Bool = true
    ) -> Basket {
        Basket(
            lines: lines.enumerated().map { place, line in
                BasketLine(
                    name: String(place + 1), quantity: line.quantity, amount: Yen(line.amount),
                    taxRate: line.taxRate)
            }, amountsIncludeTax: includesTax)
    }
}
