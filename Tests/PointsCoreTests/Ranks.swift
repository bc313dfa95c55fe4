@testable import PointsCore

/// Programs with ranks: regular, silver from 10,000 and gold from 30,000 with tax, over twelve months.
enum Ranks {
    static func policy(
        _ metric: TierMetric = .spendWithTax,
        window: TierPolicy.Window = .rolling(months: 12), channels: Set<String>? = nil,
        countsCurrentOrder: Bool = false, keepMonths: Int = 12,
        reviewDays: [TierPolicy.ReviewDay] = [], demotion: TierPolicy.Demotion = .oneStep,
        from thresholds: (silver: Int64, gold: Int64) = (10_000, 30_000)
    ) -> TierPolicy {
        func tier(_ id: String, _ from: Int64) -> TierPolicy.Tier {
            TierPolicy.Tier(id: id, title: Caption(ja: id, en: id), from: from)
        }
        return TierPolicy(
            metric: metric, window: window, channels: channels,
            countsCurrentOrder: countsCurrentOrder, keepMonths: keepMonths, reviewDays: reviewDays,
            demotion: demotion,
            tiers: [
                tier("regular", 0), tier("silver", thresholds.silver),
                tier("gold", thresholds.gold),
            ])
    }

    /// Base points, and 500 more for silver.
    static func rules(
        _ policy: TierPolicy = policy(), _ change: (inout Program) -> Void = { _ in }
    ) -> Ruleset {
        let rules = Programs.rules(
            earn: [
                Programs.earnRule(),
                Programs.earnRule(
                    "earn/silver", when: .tier(["silver"]), award: .fixed(points: 500),
                    group: "silver"),
            ], change)
        return Ruleset(
            hash: rules.hash, program: rules.program, earnRules: rules.earnRules,
            burnRules: rules.burnRules, tiers: policy)
    }

    static func basket(_ yen: Int64, pieces: Int64 = 1) -> Basket {
        Programs.basket((yen, pieces, 10))
    }
}
