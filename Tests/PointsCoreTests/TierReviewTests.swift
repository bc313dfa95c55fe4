import Testing

@testable import PointsCore

/// Down only at the review, and what leaving and late sales mean for a rank.
struct TierReviewTests {
    /// Gold on 10 April 2026, and nothing after.
    private static func gold(_ policy: TierPolicy) throws -> Shop {
        var shop = try Shop(Ranks.rules(policy))
        try shop.sell(Ranks.basket(30_000), on: Times.noon("2026-04-10"))
        return shop
    }

    @Test(arguments: [
        (TierPolicy.Demotion.oneStep, ["gold", "silver", "silver", "regular"]),
        (.toQualified, ["gold", "regular", "regular", "regular"]),
    ])
    func `a rank that the window does not carry falls on the day after it was kept`(
        _ demotion: TierPolicy.Demotion, _ ranks: [String]
    ) throws {
        let shop = try Self.gold(Ranks.policy(demotion: demotion))
        let days = ["2027-04-09", "2027-04-10", "2028-04-09", "2028-04-10"]
        #expect(days.map { shop.rank(on: $0)?.tier.id } == ranks)
    }

    @Test func `a review is written down with what happens next, dated when it was due`() throws {
        var shop = try Self.gold(Ranks.policy())
        let sale = try shop.sell(Ranks.basket(100), on: Times.noon("2028-06-01"))
        #expect(sale.recorded.standing.tier == "regular")
        let reviews = shop.entries.filter { $0.event.name == "tier.review" }
        #expect(
            reviews.map { Programs.program.calendar.text(of: $0.cause.occurredAt) } == [
                "2027-04-10T05:00:00+09:00", "2028-04-10T05:00:00+09:00",
            ])
        #expect(reviews.map(\.cause.businessDay.description) == ["2027-04-10", "2028-04-10"])
        #expect(reviews.allSatisfy { !$0.event.answersCommand && $0.postings.isEmpty })
        #expect(
            reviews.map(\.event) == [
                .tierReviewed(
                    TierReviewed(
                        from: "gold",
                        standing: TierStanding(
                            tier: "silver", since: Times.moment("2027-04-10T05:00:00+09:00"),
                            keptThrough: Times.day("2028-04-09"), before: "gold"))),
                .tierReviewed(
                    TierReviewed(
                        from: "silver",
                        standing: TierStanding(
                            tier: "regular", since: Times.moment("2028-04-10T05:00:00+09:00"),
                            keptThrough: nil, before: "silver"))),
            ])
        try shop.settle(on: Times.noon("2031-01-01"))
        #expect(shop.entries.count { $0.event.name == "tier.review" } == 2)
    }

    @Test func `the last moment of a rank is judged by it`() throws {
        var shop = try Self.gold(Ranks.policy(demotion: .toQualified))
        let last = try shop.sell(
            Ranks.basket(100), on: Times.moment("2027-04-10T04:59:59.999+09:00"))
        let next = try shop.sell(Ranks.basket(100), on: Times.moment("2027-04-10T05:00:00+09:00"))
        #expect(last.recorded.standing.tier == "gold")
        #expect(next.recorded.standing.tier == "regular")
    }

    @Test func `who qualifies again keeps the rank on`() throws {
        var shop = try Self.gold(Ranks.policy())
        try shop.sell(Ranks.basket(100), on: Times.noon("2026-09-01"))
        #expect(shop.rank(on: "2026-09-01")?.keptThrough == Times.day("2027-08-31"))
        #expect(shop.rank(on: "2026-09-01")?.since == Times.day("2026-04-10"))
        // By now the 30,000 are out of the window: a sale that does not qualify keeps nothing.
        try shop.sell(Ranks.basket(5_000), on: Times.noon("2027-06-01"))
        #expect(shop.rank(on: "2027-06-01")?.keptThrough == Times.day("2027-08-31"))
        #expect(shop.rank(on: "2027-06-01")?.tier.id == "gold")
    }

    @Test func `a review keeps what the window still carries`() throws {
        let shop = try Self.gold(Ranks.policy(keepMonths: 6))
        let rank = shop.rank(on: "2026-10-10")
        #expect(rank?.tier.id == "gold")
        #expect(rank?.keptThrough == Times.day("2027-04-09"))
        // April 2026 is no longer among the twelve months that end with April 2027.
        #expect(shop.rank(on: "2027-04-10")?.tier.id == "silver")
    }

    @Test func `a period of the calendar is judged whole when it ends`() throws {
        let window = TierPolicy.Window.calendar(months: 12, startingIn: 4)
        let policy = Ranks.policy(window: window, keepMonths: 0, demotion: .toQualified)
        var shop = try Self.gold(policy)
        #expect(shop.rank(on: "2027-03-31")?.keptThrough == Times.day("2027-03-31"))
        // The year that has ended carries gold through the next, in which nothing counts yet.
        #expect(shop.rank(on: "2027-04-01")?.tier.id == "gold")
        #expect(shop.rank(on: "2027-04-01")?.keptThrough == Times.day("2028-03-31"))
        #expect(shop.rank(on: "2027-04-01")?.basis == 0)
        try shop.sell(Ranks.basket(10_000), on: Times.noon("2027-05-01"))
        #expect(shop.rank(on: "2028-03-31")?.tier.id == "gold")
        #expect(shop.rank(on: "2028-04-01")?.tier.id == "silver")
    }

    @Test func `a late sale is judged by the rank of its day`() throws {
        var shop = try Self.gold(Ranks.policy())
        let late = try shop.sell(Ranks.basket(100), on: Times.noon("2026-04-09"))
        #expect(late.recorded.standing.tier == "regular")
        #expect(shop.rank(on: "2026-04-10")?.tier.id == "gold")
        #expect(shop.rank(on: "2026-04-10")?.basis == 30_100)
    }

    @Test func `a late sale counts with what has come since`() throws {
        var shop = try Shop(Ranks.rules())
        try shop.sell(Ranks.basket(6_000), on: Times.noon("2026-04-10"))
        try shop.sell(Ranks.basket(6_000), on: Times.noon("2026-04-01"))
        let rank = shop.rank(on: "2026-04-10")
        #expect(rank?.tier.id == "silver")
        #expect(rank?.since == Times.day("2026-04-10"))
        let between = try shop.sell(Ranks.basket(100), on: Times.noon("2026-04-05"))
        #expect(between.recorded.standing.tier == "regular")
    }

    @Test func `a late sale can win back what a review took`() throws {
        var shop = try Shop(Ranks.rules())
        try shop.sell(Ranks.basket(10_000), on: Times.noon("2026-04-10"))
        try shop.settle(on: Times.noon("2027-04-11"))
        #expect(shop.rank(on: "2027-04-11")?.tier.id == "regular")
        try shop.sell(Ranks.basket(10_000), on: Times.noon("2027-04-09"))
        #expect(shop.rank(on: "2027-04-11")?.tier.id == "silver")
    }

    @Test(arguments: [(false, "regular", Int64(0)), (true, "silver", 12_000)])
    func `who comes back begins anew or goes on`(
        _ keeps: Bool, _ tier: String, _ basis: Int64
    ) throws {
        var shop = try Shop(Ranks.rules { $0.lifecycle.keepsTierOnRejoin = keeps })
        let sale = try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        try shop.withdraw(on: Times.noon("2026-04-20"))
        #expect(shop.rank(on: "2026-04-20") == nil)
        #expect(shop.member.map(MemberDue.init)?.tierEndsOn == nil)
        try shop.rejoin(on: Times.noon("2026-05-01"))
        let rank = shop.rank(on: "2026-05-01")
        #expect(rank?.tier.id == tier)
        #expect(rank?.basis == basis)
        #expect(rank?.since == Times.day(keeps ? "2026-04-10" : "2026-05-01"))
        // What was bought before is not missed where it does not count.
        try shop.sell(Ranks.basket(700), on: Times.noon("2026-05-01"))
        try shop.takeBack(of: sale.id, on: Times.noon("2026-05-02"))
        #expect(shop.rank(on: "2026-05-02")?.basis == 700)
    }

    @Test(arguments: [(false, "regular", Int64(0)), (true, "silver", 17_000)])
    func `a late sale from before a new beginning does not count after it`(
        _ keeps: Bool, _ tier: String, _ basis: Int64
    ) throws {
        var shop = try Shop(Ranks.rules { $0.lifecycle.keepsTierOnRejoin = keeps })
        try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        try shop.withdraw(on: Times.noon("2026-04-20"))
        try shop.rejoin(on: Times.noon("2026-05-01"))
        let late = try shop.sell(Ranks.basket(5_000), on: Times.noon("2026-04-15"))
        #expect(late.recorded.standing.tier == "silver")
        #expect(shop.rank(on: "2026-05-01")?.tier.id == tier)
        #expect(shop.rank(on: "2026-05-01")?.basis == basis)
    }

    @Test(arguments: [
        ("2026-03-31", "regular"), ("2026-04-09", "regular"), ("2026-04-10", "silver"),
        ("2026-04-19", "silver"), ("2026-04-20", "gold"), ("2027-04-19", "gold"),
        ("2027-04-20", "silver"),
    ])
    func `a late sale is judged by the rank of its day, however many changes ago`(
        _ day: String, _ rank: String
    ) throws {
        var shop = try Shop(Ranks.rules(), joining: Times.noon("2026-03-01"))
        try shop.sell(Ranks.basket(12_000), on: Times.noon("2026-04-10"))
        try shop.sell(Ranks.basket(18_000), on: Times.noon("2026-04-20"))
        try shop.settle(on: Times.noon("2027-04-20"))
        let late = try shop.sell(Ranks.basket(100), on: Times.noon(day))
        #expect(late.recorded.standing.tier == rank)
    }

    @Test func `ranks that ended long ago are forgotten`() throws {
        var shop = try Shop(Ranks.rules(), joining: Times.noon("2026-03-01"))
        for year in 2026...2032 {
            try shop.sell(Ranks.basket(12_000), on: Times.noon("\(year)-04-10"))
            try shop.settle(on: Times.noon("\(year + 1)-04-10"))
        }
        let past = try #require(shop.member).tiers.past
        #expect(past.count <= 4 && past.last?.tier == "silver")
    }

    @Test(arguments: [("2026-07-01", "silver"), ("2026-07-01 06:00", "regular")])
    func `a review is judged by the policy of its own moment, whenever it is written down`(
        _ from: String, _ rank: String
    ) throws {
        // A thousand more for silver from a moment on; the review comes as 1 July begins, at 05:00.
        let calendar = Programs.program.calendar
        let easy = Ranks.policy(keepMonths: 0)
        let hard = Ranks.policy(keepMonths: 0, from: (13_000, 30_000))
        let moment =
            from.count > 10
            ? calendar.start(of: Times.day("2026-07-01")).adding(seconds: 3_600)
            : calendar.start(of: Times.day("2026-07-01"))
        let timeline = TierTimeline([
            .init(from: .distantPast, policy: hard), .init(from: moment, policy: easy),
        ])
        var record = TierRecord()
        let sale = Times.noon("2026-06-30")
        record.apply(
            easy.step(counting: 12_000, for: record, mayRise: true, at: sale, in: calendar),
            at: sale)
        let later = Times.noon("2026-07-05")
        let judged = timeline.judged(record, at: later, in: calendar)
        #expect(easy.tier(of: judged, at: later).id == rank)
    }

    @Test(arguments: ["0001-01-01", "0001-02-15", "9999-12-31"])
    func `ranks hold at both ends of the calendar`(_ day: String) throws {
        for window in [TierPolicy.Window.rolling(months: 12), .calendar(months: 12, startingIn: 4)]
        {
            let policy = Ranks.policy(window: window)
            let range = window.range(on: Times.day(day))
            #expect(range.upperBound == Times.day(day).firstOfMonth)
            let calendar = Programs.program.calendar
            var record = TierRecord()
            let moment = calendar.start(of: Times.day(day))
            record.apply(
                policy.step(
                    counting: 40_000, for: record, mayRise: true, at: moment, in: calendar),
                at: moment)
            let last = Instant(milliseconds: 253_402_300_799_000)
            let judged = TierTimeline(policy).judged(record, at: last, in: calendar)
            let kept = judged.standing?.keptThrough
            #expect(kept.map { calendar.end(of: $0) > last } ?? true)
        }
    }

    @Test func `nobody is reviewed while away`() throws {
        var shop = try Self.gold(Ranks.policy())
        try shop.withdraw(on: Times.noon("2026-04-20"))
        let written = shop.entries.count
        try shop.settle(on: Times.noon("2029-01-01"))
        #expect(shop.entries.count == written)
    }

    @Test func `a rank ends with the program's ranks`() throws {
        let shop = try Self.gold(Ranks.policy())
        var cause = Samples.cause
        cause.occurredAt = Times.noon("2027-04-10")
        let situation = Situation(
            cause: cause, rules: Programs.rules(), next: JournalPosition(9), openDay: nil)
        var desk = Desk(try #require(shop.member), in: situation)
        try desk.settle()
        #expect(
            desk.entries.map(\.event) == [
                .tierReviewed(TierReviewed(from: "gold", standing: nil))
            ])
        #expect(desk.member?.tiers.standing == nil)
    }

    @Test func `the day on which a rank is due to be reviewed is known to the close`() throws {
        let shop = try Self.gold(Ranks.policy())
        let due = MemberDue(try #require(shop.member))
        #expect(due.tierEndsOn == Times.day("2027-04-09"))
        let calendar = Programs.program.calendar
        for (day, isDue) in [("2027-04-08", false), ("2027-04-09", true)] {
            let day = Times.day(day)
            var withoutLots = try #require(shop.member)
            withoutLots.wallet = Wallet()
            let horizon = DueHorizon(
                closing: day, at: calendar.end(of: day), under: Programs.program)
            #expect(horizon.reaches(MemberDue(withoutLots)) == isDue)
        }
    }

    @Test func `who holds a rank that was renamed holds the one that took its place`() throws {
        let shop = try Self.gold(Ranks.policy())
        let member = try #require(shop.member)
        let renamed = TierPolicy(
            metric: .spendWithTax, window: .rolling(months: 12), keepMonths: 12,
            demotion: .oneStep,
            tiers: [("regular", 0, []), ("silver", 10_000, []), ("platinum", 90_000, ["gold"])].map
            {
                TierPolicy.Tier(
                    id: $0.0, title: Caption(ja: $0.0, en: $0.0), from: $0.1, replaces: $0.2)
            })
        let noon = Times.noon("2026-05-01")
        #expect(renamed.tier(of: member.tiers, at: noon).id == "platinum")
        // Kept until its review, which then looks for what platinum asks.
        let timeline = TierTimeline(renamed)
        let calendar = Programs.program.calendar
        func rank(_ day: String) -> String {
            let judged = timeline.judged(member.tiers, at: Times.noon(day), in: calendar)
            return renamed.tier(of: judged, at: Times.noon(day)).id
        }
        #expect(rank("2027-04-09") == "platinum")
        #expect(rank("2027-04-10") == "silver")
    }
}
