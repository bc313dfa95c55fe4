import PointsCore
import PointsRules
import Testing

/// What is said of a `tiers.json` that is wrong.
struct TierMistakeTests {
    /// The small set of rules with ranks.
    private static func draft() throws -> DraftRules {
        var draft = try DraftRules.check()
        draft.files["tiers.json"] = """
            {"metric": {"of": "spend", "tax": "excluded"}, "window": {"style": "rolling", "months": 12},
             "keep": {"months": 12}, "demotion": "one_step",
             "tiers": [
               {"id": "regular", "title": {"ja": "あ", "en": "a"}, "from": 0},
               {"id": "silver", "title": {"ja": "い", "en": "b"}, "from": 50000,
                "benefits": [{"ja": "う", "en": "c"}]}],
             "examples": [{"name": "n", "given": {"purchases": [{"on": "2026-04-10", "amount": 55000, "taxRate": 10}], "on": "2026-04-10"},
               "expect": {"tier": "silver"}}]}
            """
        return draft
    }

    /// A text, what stands there instead, and what is said of it.
    struct Mistake: Sendable {
        let old: String
        let new: String
        let complaints: [String]

        init(_ old: String, _ new: String, _ complaints: String...) {
            self.old = old
            self.new = new
            self.complaints = complaints
        }
    }

    @Test(arguments: parts + ranks + examples)
    func `names the place and the mistake`(_ mistake: Mistake) throws {
        var draft = try Self.draft()
        try draft.replace(mistake.old, with: mistake.new, in: "tiers.json")
        #expect(
            try draft.complaints().map(\.description)
                == mistake.complaints.map { "tiers.json" + $0 })
    }

    private static let parts = [
        Mistake(
            #""of": "spend", "tax": "excluded""#, #""of": "points", "tax": "excluded""#,
            #" at /examples/0/given/purchases/0: "points" is missing"#,
            #" at /examples/0/given/purchases/0/amount: unknown key "amount", expected on, channel, returnedOn or points"#,
            #" at /examples/0/given/purchases/0/taxRate: unknown key "taxRate", expected on, channel, returnedOn or points"#,
            #" at /metric/tax: only "of": "spend" has "tax""#),
        Mistake(
            #""of": "spend""#, #""of": "spent""#,
            #" at /metric/of: found "spent", expected "spend", "points" or "visits"; did you mean "spend"?"#
        ),
        Mistake(
            #""style": "rolling", "months": 12"#, #""style": "rolling", "months": 37"#,
            " at /window/months: found 37, expected a whole number from 1 to 36"),
        Mistake(
            #""style": "rolling", "#, #""style": "rolling", "startsIn": 4, "#,
            #" at /window/startsIn: only "style": "calendar" has a first month"#),
        Mistake(
            #""style": "rolling", "months": 12"#, #""style": "calendar", "months": 5"#,
            " at /window/months: found 5, expected 1, 2, 3, 4, 6 or 12"),
        Mistake(#""keep": {"months": 12}, "#, "", #": "keep" is missing"#),
        Mistake(
            #""keep": {"months": 12}"#, #""keep": {"months": 0}"#,
            " at /keep/months: found 0, expected a whole number from 1 to 120"),
        Mistake(
            #""keep": {"months": 12}"#, #""review": {"on": ["02-29"]}"#,
            #" at /review/on/0: found "02-29", expected a day that every year has, such as "04-01""#
        ),
        Mistake(
            #""rolling", "months": 12},"#,
            #""calendar", "months": 12}, "review": {"on": ["04-01"]},"#,
            " at /review: periods of the calendar are reviewed when they end, not on other days"),
        Mistake(
            #""demotion": "one_step""#, #""demotion": "none""#,
            #" at /demotion: found "none", expected "one_step" or "to_qualified""#),
        Mistake(
            #""demotion""#, #""channels": ["stor"], "demotion""#,
            #" at /channels/0: found "stor", expected a channel; did you mean "store"?"#),
        Mistake(
            #""demotion""#, #""currentOrder": 1, "demotion""#,
            " at /currentOrder: found 1, expected true or false"),
        Mistake(
            #""demotion""#, #""demote": 1, "demotion""#,
            #" at /demote: unknown key "demote", expected metric, window, channels, currentOrder, keep, review, demotion, tiers or examples"#
        ),
    ]

    private static let ranks = [
        Mistake(
            #""from": 50000,"#, #""from": 50000, "replaces": ["gold", "regular"],"#,
            #" at /tiers/1/replaces: there is a rank of the name "regular""#),
        Mistake(
            #""from": 0}"#, #""from": 0, "replaces": ["silver"]}"#,
            #" at /tiers/1/id: there is a rank of this name already"#),
        Mistake(
            #""from": 0"#, #""from": 1"#,
            " at /tiers/0/from: found 1, expected 0, for the lowest rank is everybody's"),
        Mistake(
            #""from": 50000"#, #""from": 0"#,
            #" at /tiers/1/from: found 0, expected more than 0, which "regular" needs"#),
        Mistake(
            #""id": "silver""#, #""id": "regular""#,
            #" at /examples/0/expect/tier: found "silver", expected a rank: regular or regular"#,
            " at /tiers/1/id: there is a rank of this name already"),
        Mistake(
            #"{"ja": "う", "en": "c"}"#, #"{"ja": "う"}"#,
            #" at /tiers/1/benefits/0: "en" is missing"#),
    ]

    private static let examples = [
        Mistake(
            #"{"tier": "silver"}"#, #"{"tier": "silber"}"#,
            #" at /examples/0/expect/tier: found "silber", expected a rank; did you mean "silver"?"#
        ),
        Mistake(
            #""taxRate": 10}"#, #""taxRate": 10, "returnedOn": "2026-04-09"}"#,
            " at /examples/0/given/purchases/0/returnedOn: it comes back on 2026-04-09, before it is bought on 2026-04-10"
        ),
    ]

    @Test func `what a sale earns cannot count towards the rank by which it is judged`() throws {
        var draft = try Self.draft()
        try draft.replace(
            #""of": "spend", "tax": "excluded""#, with: #""of": "points""#, in: "tiers.json")
        try draft.replace(
            #""amount": 55000, "taxRate": 10"#, with: #""points": 55000"#, in: "tiers.json")
        #expect(try draft.complaints() == [])
        try draft.replace(
            #""demotion""#, with: #""currentOrder": true, "demotion""#, in: "tiers.json")
        #expect(
            try draft.complaints().map(\.description) == [
                "tiers.json at /currentOrder: what a sale earns depends on the rank; it cannot count towards it beforehand"
            ])
    }

    @Test func `rules name ranks that there are`() throws {
        var draft = try Self.draft()
        draft.addEarnRule(
            "more",
            #""when": {"tier": ["silver", "silber"]}, "award": {"type": "fixed", "points": 1}"#)
        #expect(
            try draft.complaints().map(\.description) == [
                #"earn/more.json at /when/tier/1: found "silber", expected a rank; did you mean "silver"?"#
            ])
        // Without ranks any name may be used: another program may know them.
        draft.files["tiers.json"] = nil
        #expect(try draft.complaints() == [])
    }

    @Test func `says what a broken example gives`() throws {
        var draft = try Self.draft()
        try draft.replace(
            #"{"tier": "silver"}"#,
            with:
                #"{"tier": "regular", "toNext": 5, "basis": 50000, "keptThrough": "2027-04-10"}"#,
            in: "tiers.json")
        let outcomes = ExampleRunner.runTiers(try draft.source().checked())
        #expect(
            outcomes.compactMap(\.complaint).map(\.description) == [
                #"tiers.json at /examples/0: example "n" expects the rank regular, but gets silver; expects toNext 5, but gets none; expects keptThrough 2027-04-10, but gets 2027-04-09 (50000 count on 2026-04-10)"#
            ])
    }

    @Test(arguments: ["[]", "1", "{}", #"{"tiers": [1]}"#, #"{"tiers": [], "examples": [{}]}"#])
    func `survives a file that is none`(_ text: String) throws {
        var draft = try Self.draft()
        draft.files["tiers.json"] = text
        let complaints = try draft.complaints()
        #expect(!complaints.isEmpty)
        #expect(complaints.allSatisfy { $0.file == "tiers.json" })
    }
}
