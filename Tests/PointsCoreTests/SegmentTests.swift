import Testing

@testable import PointsCore

struct SegmentTests {
    private static let day = Times.day("2026-06-10")

    private static func subject(
        status: MemberStatus = .active, bought: [(String, String, Int64)] = []
    ) -> SegmentSubject {
        var value = CustomerValue()
        for (day, channel, yen) in bought {
            let change = ValueChange(
                channel: channel, day: Times.day(day),
                figures: ValueFigures(frequency: 1, spend: yen, paid: yen / 2))
            if let change { value.add(change) }
        }
        return SegmentSubject(
            status: status, tier: "gold", joinedOn: Times.day("2026-06-01"), value: value,
            lots: [
                Lot(terms: Samples.terms("2026-06-09"), points: 1),
                Lot(terms: Samples.terms("2026-06-12"), points: 30),
                Lot(terms: Samples.terms("2027-06-12"), points: 500),
            ], birthDate: Times.day("2000-06-30"), day: day)
    }

    struct Row: Sendable {
        let who: SegmentCondition
        let holds: Bool
    }

    /// Two purchases in the shop, of which one is 90 days old today, and one on the web.
    @Test(arguments: [
        Row(who: .channel(["ec", "app"]), holds: true), Row(who: .channel(["app"]), holds: false),
        Row(who: .crossChannel(true), holds: true), Row(who: .crossChannel(false), holds: false),
        Row(who: .recencyDays(AmountBound(min: 9, max: 9)), holds: true),
        Row(who: .recencyDays(AmountBound(max: 8)), holds: false),
        Row(who: .bought(.init(.frequency, AmountBound(min: 3))), holds: true),
        Row(who: .bought(.init(.frequency, AmountBound(min: 3), withinDays: 90)), holds: false),
        Row(who: .bought(.init(.frequency, AmountBound(min: 3), withinDays: 91)), holds: true),
        Row(who: .bought(.init(.spend, AmountBound(max: 300), channels: ["store"])), holds: true),
        Row(who: .bought(.init(.paid, AmountBound(min: 651))), holds: false),
        Row(who: .points(AmountBound(min: 530, max: 530)), holds: true),
        Row(who: .expiring(AmountBound(min: 30, max: 30), withinDays: 2), holds: true),
        Row(who: .expiring(AmountBound(min: 1), withinDays: 1), holds: false),
        Row(who: .person(.birthdayMonth), holds: true),
        Row(who: .person(.age(26...26)), holds: false),
        Row(who: .person(.segment("segments/x")), holds: false),
        Row(who: .tier(["gold"]), holds: true), Row(who: .status([.suspended]), holds: false),
        Row(who: .any([.tier(["silver"]), .points(AmountBound(min: 1))]), holds: true),
        Row(who: .not(.all([.tier(["gold"]), .crossChannel(true)])), holds: false),
        Row(
            who: .memberSince(MembershipAge(joined: nil, days: AmountBound(min: 10))), holds: false),
    ])
    func `a condition looks at what is known of a member`(_ row: Row) {
        let subject = Self.subject(bought: [
            ("2026-03-12", "store", 100), ("2026-04-01", "store", 200), ("2026-06-01", "ec", 1_000),
        ])
        #expect(row.who.holds(for: subject) == row.holds)
    }

    @Test(arguments: [(MemberStatus.active, true), (.withdrawn, false), (.merged, false)])
    func `nobody who is away is in a segment`(_ status: MemberStatus, _ isIn: Bool) {
        let segment = Segment(
            id: "segments/x", purpose: "newsletter", company: "store-co", who: .all([]))
        #expect(segment.contains(Self.subject(status: status)) == isIn)
        #expect(!SegmentCondition.recencyDays(AmountBound(min: 0)).holds(for: Self.subject()))
    }

    /// Whoever has spent 1,000 yen before, and agreed to e-mail, earns 5 points more, also on what is left after a return.
    @Test func `a sale is judged by the segment before it and a return by the same`() throws {
        let spender = Segment(
            id: "segments/spender", purpose: Consents.email.purpose,
            company: Consents.email.company,
            who: .bought(.init(.spend, AmountBound(min: 1_000))))
        let plain = Programs.rules(earn: [
            Programs.earnRule(),
            Programs.earnRule(
                "earn/more", when: .person(.segment(spender.id)), award: .fixed(points: 5),
                group: "more"),
        ])
        var shop = try Shop(
            Ruleset(
                hash: plain.hash, program: plain.program, earnRules: plain.earnRules,
                burnRules: plain.burnRules, segments: [spender]))
        shop.consents = ConsentTimeline([Consents.step(1, Consents.policy())], published: [])
        let basket = Programs.basket((1_000, 1, 10), (1_000, 1, 10))
        let first = try shop.sell(basket, on: Times.noon("2026-04-02"))
        let without = try shop.sell(basket, on: Times.noon("2026-04-02"))
        #expect(without.earned == first.earned)
        try shop.perform(at: Times.noon("2026-04-03")) {
            try $0.record([Consents.answer(Consents.email)])
        }
        let second = try shop.sell(basket, on: Times.noon("2026-04-03"))
        #expect(second.earned == first.earned + 5)
        #expect(first.recorded.standing.traits == [])
        #expect(second.recorded.standing.traits == [.segment(spender.id)])
        try shop.takeBack(of: first.id, on: Times.noon("2026-05-01"))
        let earned = second.earned
        let back = try shop.takeBack([("1", 1)], of: second.id, on: Times.noon("2026-05-02"))
        #expect(earned - back.clawedBack == (earned - 5) / 2 + 5)
    }
}
