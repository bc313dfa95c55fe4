import PointsCore
import PointsRules
import Testing

struct TierDecodingTests {
    @Test func `reads the ranks of the demo program`() throws {
        let policy = try #require(
            try RuleFolder.read(Repository.path("Rules")).checked().ruleset.tiers)
        #expect(policy.metric == .spendWithoutTax)
        #expect(policy.window == .rolling(months: 12))
        #expect(policy.channels == nil)
        #expect(!policy.countsCurrentOrder)
        #expect(policy.keepMonths == 12)
        #expect(policy.demotion == .oneStep)
        #expect(policy.tiers.map(\.id) == ["regular", "silver", "gold"])
        #expect(policy.tiers.map(\.from) == [0, 50_000, 150_000])
        #expect(policy.tiers.last?.title == Caption(ja: "ゴールド", en: "Gold"))
        #expect(policy.tiers.last?.benefits.count == 2)
    }

    @Test(arguments: [
        (
            #"{"of": "spend", "tax": "included"}"#,
            #"{"style": "calendar", "months": 12, "startsIn": 4}"#,
            #""currentOrder": true, "channels": "store""#,
            TierPolicy.Window.calendar(months: 12, startingIn: 4), TierMetric.spendWithTax,
            [TierPolicy.ReviewDay]()
        ),
        (
            #"{"of": "visits"}"#, #"{"style": "rolling", "months": 6}"#,
            #""review": {"on": ["12-07", "06-07"]}"#, .rolling(months: 6), .visits,
            [.init(month: 6, day: 7), .init(month: 12, day: 7)]
        ),
        (
            #"{"of": "points"}"#, #"{"style": "calendar", "months": 3}"#, #""keep": {"months": 1}"#,
            .calendar(months: 3, startingIn: 1), .points, []
        ),
    ])
    func `reads every way to count`(
        _ metric: String, _ window: String, _ more: String, _ expectedWindow: TierPolicy.Window,
        _ expectedMetric: TierMetric, _ reviewDays: [TierPolicy.ReviewDay]
    ) throws {
        var draft = try DraftRules.check()
        let given =
            switch expectedMetric {
            case .spendWithTax, .spendWithoutTax: #", "amount": 1, "taxRate": 8"#
            case .points: #", "points": 1"#
            case .visits: ""
            }
        draft.files["tiers.json"] = """
            {"metric": \(metric), "window": \(window), \(more), "demotion": "to_qualified",
             "tiers": [{"id": "a", "title": {"ja": "あ", "en": "a"}, "from": 0}],
             "examples": [{"name": "n", "given": {"purchases": [{"on": "2026-04-10"\(given)}], "on": "2026-04-10"},
               "expect": {"tier": "a", "basis": 1}}]}
            """
        let rules = try draft.source().checked()
        let policy = try #require(rules.ruleset.tiers)
        #expect(policy.window == expectedWindow)
        #expect(policy.metric == expectedMetric)
        #expect(policy.reviewDays == reviewDays)
        #expect(policy.countsCurrentOrder == more.contains("currentOrder"))
        #expect(policy.channels == (more.contains("channels") ? ["store"] : nil))
        #expect(policy.keepMonths == (more.contains("keep") ? 1 : 0))
        #expect(policy.demotion == .toQualified)
        #expect(ExampleRunner.runTiers(rules).map(\.complaint) == [nil])
    }

    @Test func `knows whether who comes back goes on`() throws {
        var draft = try DraftRules.check()
        #expect(try !draft.source().ruleset().program.lifecycle.keepsTierOnRejoin)
        try draft.replace(#""tier": "reset""#, with: #""tier": "keep""#, in: "program.json")
        #expect(try draft.source().ruleset().program.lifecycle.keepsTierOnRejoin)
    }
}
