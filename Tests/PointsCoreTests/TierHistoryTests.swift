import TestSupport
import Testing

@testable import PointsCore

/// Random sales, returns and passing time against a plain list of what was bought.
struct TierHistoryTests {
    /// What a slow computation looks at.
    private struct Bought {
        let id: JournalPosition
        let day: CivilDate
        var worth: Int64
    }

    private static func policy(_ random: inout SeededGenerator) -> TierPolicy {
        let isRolling = Bool.random(using: &random)
        let keep = [1, 3, 12].randomElement(using: &random) ?? 1
        return Ranks.policy(
            TierMetric.allCases.randomElement(using: &random) ?? .points,
            window: isRolling
                ? .rolling(months: [1, 2, 6, 12].randomElement(using: &random) ?? 1)
                : .calendar(
                    months: [1, 3, 6, 12].randomElement(using: &random) ?? 1,
                    startingIn: Int.random(in: 1...12, using: &random)),
            keepMonths: isRolling ? keep : keep % 3,
            demotion: Bool.random(using: &random) ? .oneStep : .toQualified,
            from: (1, 1))
    }

    /// Thresholds that a history of such sales reaches now and then.
    private static func thresholds(_ metric: TierMetric) -> (silver: Int64, gold: Int64) {
        switch metric {
        case .spendWithTax, .spendWithoutTax: (10_000, 25_000)
        case .points: (100, 250)
        case .visits: (3, 7)
        }
    }

    private static func scaled(_ policy: TierPolicy) -> TierPolicy {
        Ranks.policy(
            policy.metric, window: policy.window, keepMonths: policy.keepMonths,
            demotion: policy.demotion, from: thresholds(policy.metric))
    }

    @Test(arguments: UInt64(1)...40)
    func `rank and basis are what the list of sales says`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let policy = Self.scaled(Self.policy(&random))
        var shop = try Shop(Ranks.rules(policy))
        var bought: [Bought] = []
        var (held, kept): (Int, CivilDate?) = (0, nil)
        var day = Times.day("2026-04-01")
        var ranks: Set<Int> = []
        func basis(on day: CivilDate) -> Int64 {
            let months = policy.window.range(on: day)
            return bought.reduce(0) {
                months.contains($1.day.firstOfMonth) ? $0 + $1.worth : $0
            }
        }
        func worth(_ id: JournalPosition) throws -> Int64 {
            let purchase = try #require(shop.purchases[id])
            return policy.metric.worth(of: purchase.summary, earning: purchase.earned)
        }
        for _ in 0..<60 {
            day = day.adding(days: Int.random(in: 0...40, using: &random))
            while let last = kept, last < day {
                let carried = policy.place(carriedBy: basis(on: last))
                if carried < held { held = policy.demotion == .oneStep ? held - 1 : carried }
                kept = held > 0 ? policy.keptThrough(from: last.adding(days: 1)) : nil
            }
            let moment = Times.noon(day.description)
            if let place = bought.indices.randomElement(using: &random),
                bought[place].worth > 0, Int.random(in: 0..<3, using: &random) == 0
            {
                let whole = Bool.random(using: &random)
                let id = bought[place].id
                let left = try #require(shop.purchases[id]?.left.first)
                try shop.takeBack(whole || left == 1 ? nil : [("1", 1)], of: id, on: moment)
                bought[place].worth = try worth(id)
            } else {
                let sale = try shop.sell(
                    Ranks.basket(Int64.random(in: 0...9_000, using: &random), pieces: 3),
                    on: moment, in: Bool.random(using: &random) ? Programs.store : Programs.web)
                try #require(sale.recorded.standing.tier == policy.tiers[held].id, "seed \(seed)")
                let counts = try worth(sale.id)
                bought.append(Bought(id: sale.id, day: day, worth: counts))
                let carried = policy.place(carriedBy: basis(on: day))
                if counts > 0, carried > 0, carried >= held {
                    let known = carried == held ? kept ?? day : day
                    (held, kept) = (carried, max(known, policy.keptThrough(from: day)))
                }
            }
            let rank = try #require(shop.rank(on: day.description))
            try #require(rank.tier.id == policy.tiers[held].id, "seed \(seed), \(day)")
            try #require(rank.keptThrough == kept, "seed \(seed), \(day)")
            try #require(rank.basis == basis(on: day), "seed \(seed), \(day)")
            ranks.insert(held)
        }
        #expect(ranks.count > 1, "nothing happened to the rank")
        for sale in bought where sale.worth > 0 {
            try shop.takeBack(of: sale.id, on: Times.noon(day.description))
        }
        #expect(shop.rank(on: day.description)?.basis == 0)
        #expect(shop.rank(on: day.description)?.tier.id == policy.tiers[held].id)
        #expect(shop.member?.tiers.counts == [])
        #expect(shop.invariantBroken() == nil)
    }

    /// Whatever comes back, and in whatever order: the rank is the same on its last day.
    @Test(arguments: UInt64(1)...20)
    func `no return lowers a rank before its review`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var shop = try Shop(Ranks.rules())
        var ids: [JournalPosition] = []
        for day in 1...9 {
            let yen = Int64.random(in: 3_000...6_000, using: &random)
            ids.append(
                try shop.sell(Ranks.basket(yen, pieces: 2), on: Times.noon("2026-04-0\(day)")).id)
        }
        let before = try #require(shop.rank(on: "2026-04-09"))
        #expect(before.tier.id != "regular")
        for id in ids.shuffled(using: &random) {
            let part = Bool.random(using: &random)
            try shop.takeBack(part ? [("1", 1)] : nil, of: id, on: Times.noon("2026-04-20"))
        }
        let last = try #require(before.keptThrough?.description)
        #expect(shop.rank(on: last)?.tier == before.tier)
        #expect(shop.rank(on: last)?.since == before.since)
        #expect(shop.rank(on: last)?.keptThrough == before.keptThrough)
    }
}
