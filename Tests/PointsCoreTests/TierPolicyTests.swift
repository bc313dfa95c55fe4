import Testing

@testable import PointsCore

struct TierPolicyTests {
    private static let summer = TierPolicy.ReviewDay(month: 6, day: 7)
    private static let winter = TierPolicy.ReviewDay(month: 12, day: 7)

    struct Keeping: Sendable {
        let policy: TierPolicy
        let reached: String
        let through: String
    }

    @Test(arguments: [
        Keeping(policy: Ranks.policy(), reached: "2024-03-01", through: "2025-02-28"),
        Keeping(policy: Ranks.policy(), reached: "2026-06-10", through: "2027-06-09"),
        Keeping(policy: Ranks.policy(), reached: "2024-02-29", through: "2025-02-28"),
        Keeping(policy: Ranks.policy(keepMonths: 1), reached: "2026-01-31", through: "2026-02-28"),
        Keeping(
            policy: Ranks.policy(keepMonths: 0, reviewDays: [winter, summer]),
            reached: "2026-03-01", through: "2026-06-06"),
        // Reached on a day of review: that one is over.
        Keeping(
            policy: Ranks.policy(keepMonths: 0, reviewDays: [winter, summer]),
            reached: "2026-06-07", through: "2026-12-06"),
        Keeping(
            policy: Ranks.policy(keepMonths: 6, reviewDays: [winter, summer]),
            reached: "2026-06-08", through: "2027-06-06"),
        Keeping(
            policy: Ranks.policy(window: .calendar(months: 12, startingIn: 4), keepMonths: 0),
            reached: "2026-06-10", through: "2027-03-31"),
        Keeping(
            policy: Ranks.policy(window: .calendar(months: 12, startingIn: 4), keepMonths: 12),
            reached: "2026-06-10", through: "2028-03-31"),
        Keeping(
            policy: Ranks.policy(window: .calendar(months: 3, startingIn: 2), keepMonths: 0),
            reached: "2026-01-31", through: "2026-01-31"),
    ])
    func `a rank is kept so many months and then to the eve of the next review`(
        _ row: Keeping
    ) {
        #expect(row.policy.keptThrough(from: Times.day(row.reached)) == Times.day(row.through))
    }

    @Test(arguments: [
        (TierPolicy.Window.rolling(months: 12), "2026-06-10", "2025-07-01", "2026-06-01"),
        (.rolling(months: 1), "2026-06-30", "2026-06-01", "2026-06-01"),
        (.calendar(months: 12, startingIn: 4), "2026-03-31", "2025-04-01", "2026-03-01"),
        (.calendar(months: 12, startingIn: 4), "2026-04-01", "2026-04-01", "2026-04-01"),
        (.calendar(months: 3, startingIn: 2), "2026-01-15", "2025-11-01", "2026-01-01"),
    ])
    func `a window is whole months`(
        _ window: TierPolicy.Window, _ day: String, _ first: String, _ last: String
    ) {
        #expect(window.range(on: Times.day(day)) == Times.day(first)...Times.day(last))
    }

    @Test(arguments: [
        (Int64(0), 0), (9_999, 0), (10_000, 1), (29_999, 1), (30_000, 2), (1 << 50, 2),
    ])
    func `a threshold carries its rank`(_ basis: Int64, _ place: Int) {
        #expect(Ranks.policy().place(carriedBy: basis) == place)
    }

    @Test func `counts are kept by month, and months that no window sees are forgotten`() {
        var record = TierRecord()
        func count(_ month: String, _ amount: Int64) -> TierCount {
            TierCount(metric: .spendWithTax, month: Times.day(month), amount: amount)
        }
        func sell(_ month: String, _ amount: Int64) {
            record.apply(
                TierStep(
                    count: count(month, amount), windowMonths: 2, basis: 0, standing: nil,
                    isChange: false),
                at: Times.noon(month))
        }
        sell("2026-03-01", 5)
        sell("2026-01-01", 7)
        sell("2026-03-01", 1)
        #expect(record.counts == [count("2026-01-01", 7), count("2026-03-01", 6)])
        sell("2026-04-01", 2)
        #expect(record.counts == [count("2026-03-01", 6), count("2026-04-01", 2)])
        #expect(record.latestSale == Times.noon("2026-04-01"))
        // What comes back of a month that is forgotten is not missed; none falls below zero.
        record.add(count("2026-01-01", -7))
        record.add(count("2026-03-01", -9))
        #expect(record.counts == [count("2026-04-01", 2)])
        record.add(count("2026-04-01", -2))
        #expect(record.counts == [])
    }
}
