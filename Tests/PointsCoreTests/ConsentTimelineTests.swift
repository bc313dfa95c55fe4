import Testing

@testable import PointsCore

/// Which version of a policy counts when, and what becomes of answers to others.
struct ConsentTimelineTests {
    private static let april = Times.noon("2026-04-01")
    private static let may = Times.noon("2026-05-01")
    private static let june = Times.noon("2026-06-01")

    private func version(_ timeline: ConsentTimeline, at moment: Instant) -> String? {
        timeline.request(Consents.email, at: moment)?.current(at: moment).name
    }

    private func status(
        _ timeline: ConsentTimeline, _ version: String, at moment: Instant
    ) -> ConsentStatus? {
        timeline.request(Consents.email, at: moment)?.status(
            of: ConsentRecord.Given(
                answer: Consents.answer(Consents.email, version), at: Self.april, channel: nil),
            at: moment)
    }

    @Test
    func `a program that asks for nothing has no questions`() {
        for timeline in [ConsentTimeline(), ConsentTimeline([Consents.step(1, nil)])] {
            #expect(timeline.asksNothing)
            #expect(timeline.questions(for: ConsentRecord(), at: Self.april) == nil)
            #expect(timeline.requests(at: Self.april) == [])
        }
    }

    @Test
    func `the version whose moment came last counts, from the rules or published`() {
        let timeline = ConsentTimeline(
            [
                Consents.step(1, Consents.policy()),
                Consents.step(7, from: Self.june, Consents.policy(email: "3")),
            ],
            published: [Consents.published("2", by: 5, from: Self.may)])
        #expect(version(timeline, at: Self.april) == "1")
        #expect(version(timeline, at: Self.may) == "2")
        #expect(version(timeline, at: Self.june) == "3")
        #expect(
            ["1", "2", "3"].map { timeline.knows($0, of: Consents.email) } == [true, true, true])
        #expect(!timeline.knows("4", of: Consents.email))
        #expect(!timeline.knows("2", of: Consents.terms))
    }

    @Test
    func `rules that repeat a version take nothing back`() {
        let timeline = ConsentTimeline(
            [
                Consents.step(1, Consents.policy()),
                Consents.step(7, from: Self.june, Consents.policy(email: "1")),
            ],
            published: [Consents.published("2", by: 5, from: Self.may)])
        #expect(version(timeline, at: Self.june) == "2")
        #expect(status(timeline, "1", at: Self.june) == .stale)
        #expect(status(timeline, "2", at: Self.june) == .granted)
    }

    @Test
    func `of two versions of one moment the one that was written down last counts`() {
        let rules = [
            Consents.step(1, Consents.policy()),
            Consents.step(7, from: Self.may, Consents.policy(email: "3")),
        ]
        for (position, expected) in [(Int64(5), "3"), (9, "2")] {
            let timeline = ConsentTimeline(
                rules, published: [Consents.published("2", by: position, from: Self.may)])
            #expect(version(timeline, at: Self.may) == expected)
        }
    }

    @Test
    func `an answer is stale once a newer version counts that asks anew, and not before`() {
        let timeline = ConsentTimeline(
            [Consents.step(1, Consents.policy())],
            published: [
                Consents.published("2", by: 5, from: Self.may, asksAnew: false),
                Consents.published("3", by: 6, from: Self.june),
            ])
        #expect(status(timeline, "1", at: Self.april) == .granted)
        #expect(status(timeline, "1", at: Self.may) == .granted)
        #expect(status(timeline, "1", at: Self.june) == .stale)
        #expect(status(timeline, "2", at: Self.june) == .stale)
        // Who has agreed beforehand to what is announced is not asked again.
        #expect(status(timeline, "3", at: Self.april) == .granted)
        #expect(status(timeline, "3", at: Self.june) == .granted)
        #expect(status(timeline, "9", at: Self.april) == .stale)
    }

    @Test
    func `each company asks for its own, as long as the rules say so`() {
        let timeline = ConsentTimeline([
            Consents.step(1, Consents.policy()),
            Consents.step(7, from: Self.may, Consents.policy(email: nil)),
        ])
        var record = ConsentRecord()
        #expect(
            timeline.questions(for: record, at: Self.april)?.map(\.topic)
                == [Consents.email, Consents.otherTerms, Consents.terms])
        #expect(
            timeline.questions(for: record, at: Self.may)?.map(\.topic)
                == [Consents.otherTerms, Consents.terms])
        #expect(timeline.request(Consents.email, at: Self.may) == nil)
        record = ConsentRecord()
        #expect(
            timeline.questions(for: record, at: Self.may)?.allSatisfy { $0.reason == .missing }
                == true)
    }

    @Test
    func `before the first rules the first are asked`() {
        let timeline = ConsentTimeline([Consents.step(1, from: Self.may, Consents.policy())])
        #expect(version(timeline, at: Self.april) == "1")
    }
}
