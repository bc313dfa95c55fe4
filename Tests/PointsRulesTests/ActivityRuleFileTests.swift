import PointsCore
import PointsJSON
import PointsRules
import Testing

/// `activities/*.json`: what is read, what is refused and what examples come to.
struct ActivityRuleFileTests {
    private static let file = "activities/review.json"

    private static func rule(_ members: String, examples: String = plainExample) -> String {
        """
        {"id": "activities/review", "kind": "activity", "title": {"ja": "あ", "en": "a"},
         \(members), "examples": [\(examples)]}
        """
    }

    private static let plain =
        #""activity": "review", "award": {"type": "fixed", "points": 50}"#
    private static let plainExample =
        #"{"name": "n", "given": {"activity": "other"}, "expect": {"points": 0}}"#

    private static func draft(
        _ members: String, examples: String = plainExample
    ) throws -> DraftRules {
        var draft = try DraftRules.check()
        draft.files[file] = rule(members, examples: examples)
        return draft
    }

    @Test func `reads a rule with all its parts`() throws {
        let rules = try Self.draft(
            """
            "effective": {"from": "2026-04-01", "to": "2026-09-30"},
            "activity": ["review", "photo"], "when": {"channel": "ec", "weekday": ["sat"]},
            "oncePer": "subject", "award": {"type": "fixed", "points": 50},
            "stacking": {"group": "g", "pick": "first", "priority": 3},
            "grant": {"class": "summer", "validity": {"style": "after_grant", "days": 30, "roundTo": "day"}},
            "caps": [{"points": 500, "per": "member"}, {"points": 50, "per": "day"},
             {"points": 200, "per": "month"}, {"points": 9000, "per": "campaign"}]
            """
        ).source().checked()
        let period = EffectivePeriod(
            from: CivilDate("2026-04-01"), to: CivilDate("2026-09-30"))
        #expect(
            rules.ruleset.activityRules == [
                ActivityRule(
                    id: "activities/review", effective: period, activities: ["review", "photo"],
                    condition: .all([.channel(["ec"]), .weekday([6])]), isOncePerSubject: true,
                    points: 50, group: "g", pick: .first, priority: 3,
                    pointClass: PointClass("summer"),
                    validity: .afterGrant(.days(30), roundedTo: .day),
                    caps: [
                        Cap(points: 50, scope: .day), Cap(points: 200, scope: .month),
                        Cap(points: 500, scope: .member), Cap(points: 9000, scope: .campaign),
                    ])
            ])
        #expect(rules.ruleset.titles["activities/review"]?.en == "a")
    }

    @Test func `fills in what a rule leaves out`() throws {
        let rules = try Self.draft(Self.plain).source().checked()
        #expect(
            rules.ruleset.activityRules == [
                ActivityRule(
                    id: "activities/review", effective: EffectivePeriod(from: nil, to: nil),
                    activities: ["review"], condition: .all([]), points: 50,
                    group: "activities/review", pick: .all, priority: 0, pointClass: .standard,
                    validity: nil)
            ])
    }

    @Test(arguments: [
        (#""award": {"type": "fixed", "points": 50}"#, "", #""activity" is missing"#),
        (#""activity": "review""#, "", #""award" is missing"#),
        (
            #""activity": [], "award": {"type": "fixed", "points": 50}"#, "/activity",
            "found an empty list, expected a list with at least one entry"
        ),
        (
            #""activity": "review", "award": {"type": "rate", "points": 50}"#, "/award/type",
            #"found "rate", expected "fixed""#
        ),
        (
            #""activity": "review", "award": {"type": "fixed", "points": 0}"#, "/award/points",
            "found 0, expected a whole number from 1 to 1000000000"
        ),
        (
            plain + #", "lines": {"sku": "a"}"#, "/lines",
            "an activity has no lines: only a purchase has a basket"
        ),
        (
            plain + #", "base": {"tax": "included"}"#, "/base",
            "an activity has no money to look at: only a purchase has a basket"
        ),
        (
            plain + #", "rounding": {"mode": "ceil"}"#, "/rounding",
            "an activity gives whole points: there is nothing to round"
        ),
        (
            plain + #", "when": {"orderTotal": {"min": 1}}"#, "/when/orderTotal",
            "an activity has no basket, so no total"
        ),
        (
            plain + #", "when": {"any": [{"basket": {"quantity": {"min": 1}}}]}"#,
            "/when/any/0/basket", "an activity has no basket"
        ),
        (
            plain + #", "when": {"not": {"paymentMethod": "cash"}}"#, "/when/not/paymentMethod",
            "an activity is not paid for"
        ),
        (
            plain + #", "when": {"firstPurchase": true}"#, "/when/firstPurchase",
            "an activity is no purchase"
        ),
        (
            plain + #", "when": {"chanel": "ec"}"#, "/when/chanel",
            #"unknown key "chanel"; did you mean "channel"?"#
        ),
        (
            plain + #", "caps": [{"points": 50, "per": "order"}]"#, "/caps/0/per",
            #"an activity is no order; expected "day", "month", "member" or "campaign""#
        ),
        (
            plain + #", "caps": [{"points": 50, "per": "day"}, {"points": 5, "per": "day"}]"#,
            "/caps/1", "found a second cap per day, expected one"
        ),
        (
            plain + #", "grant": {"pending": {"confirm": "after_sale", "days": 7}}"#,
            "/grant/pending",
            "points of an activity count at once: there is no shipment to wait for"
        ),
        (
            plain + #", "oncePer": "member""#, "/oncePer",
            #"found "member", expected "subject""#
        ),
        (
            plain + #", "once": true"#, "/once",
            #"unknown key "once", expected id, kind, title, effective, when, examples, activity, oncePer, award, stacking, grant or caps"#
        ),
    ])
    func `names a mistake with its place`(
        _ members: String, _ pointer: String, _ problem: String
    ) throws {
        #expect(
            try Self.draft(members).complaints() == [
                RulesProblem(file: Self.file, pointer: pointer, problem: problem)
            ])
    }

    @Test(arguments: [
        (
            #"{"name": "n", "given": {}, "expect": {"points": 0}}"#, "/given",
            #""activity" is missing"#
        ),
        (
            #"{"name": "n", "given": {"activity": "a", "lines": []}, "expect": {"points": 0}}"#,
            "/given/lines",
            #"unknown key "lines", expected activity, subject, givenForSubject, channel, store, terminal, tier, joinedOn, birthDate, segments, pointsBefore or occurredAt"#
        ),
        (
            #"{"name": "n", "given": {"activity": "a", "channel": "e"}, "expect": {"points": 0}}"#,
            "/given/channel", #"found "e", expected a channel: ec or store"#
        ),
        (
            #"{"name": "n", "given": {"activity": "a", "pointsBefore": {"earn/base": 1}}, "expect": {"points": 0}}"#,
            "/given/pointsBefore/earn~1base",
            #"found "earn/base", expected an activity rule: activities/review"#
        ),
        (
            #"{"name": "n", "given": {"activity": "a"}, "expect": {"redeemable": 0}}"#,
            "/expect", #""points" is missing"#
        ),
    ])
    func `names a mistake in an example with its place`(
        _ example: String, _ place: String, _ problem: String
    ) throws {
        let complaints = try Self.draft(Self.plain, examples: example).complaints()
        #expect(
            complaints.first
                == RulesProblem(
                    file: Self.file, pointer: "/examples/0" + place, problem: problem))
    }

    @Test func `an example that does not come out is told with how the rules came to it`() throws {
        let example =
            #"{"name": "two", "given": {"activity": "review", "channel": "ec", "pointsBefore": {"activities/review": 60}}, "expect": {"points": 50}}"#
        let members = Self.plain + #", "caps": [{"points": 80, "per": "day"}]"#
        let rules = try Self.draft(members, examples: example + "," + Self.plainExample)
            .source().checked()
        #expect(rules.exampleCount == 3 + 2)
        #expect(
            ExampleRunner.complaints(of: rules) == [
                RulesProblem(
                    file: Self.file, pointer: "/examples/0",
                    problem: "example \"two\" expects 50 points, but gives 20 (activities/review"
                        + " 20: 0 → 50, floor 50, capped at 20 (day))")
            ])
    }

    @Test(arguments: [
        (#""activity": "review", "subject": "sku""#, 50), (#""activity": "review""#, 0),
        (
            #""activity": "review", "subject": "sku", "givenForSubject": "activities/review""#,
            0
        ),
    ])
    func `an example of what counts once tells the subject`(_ given: String, _ points: Int) throws {
        let example =
            #"{"name": "n", "given": {\#(given)}, "expect": {"points": \#(points)}}"#
        let rules = try Self.draft(Self.plain + #", "oncePer": "subject""#, examples: example)
            .source().checked()
        #expect(ExampleRunner.complaints(of: rules) == [])
    }

    @Test func `rules of a group say the same about which of them counts`() throws {
        var draft = try Self.draft(Self.plain + #", "stacking": {"group": "g", "pick": "best"}"#)
        draft.files["activities/zoo.json"] = Self.rule(
            Self.plain + #", "stacking": {"group": "g", "pick": "all"}"#
        ).replacing("activities/review", with: "activities/zoo")
        // An earning rule may be in a group of the same name: the two never meet.
        #expect(
            try draft.complaints() == [
                RulesProblem(
                    file: "activities/zoo.json", pointer: "/stacking/pick",
                    problem:
                        #"found "all", expected "best" as activities/review of the same group says"#
                )
            ])
    }

    @Test func `where the settings list the activities, rules and examples name only those`() throws
    {
        var draft = try Self.draft(
            #""activity": "reviw", "award": {"type": "fixed", "points": 50}"#)
        try draft.replace(
            #""anonymousSales": true"#,
            with: #""anonymousSales": true, "activities": ["review", "survey"]"#,
            in: "program.json")
        let what = "expected an activity of the program"
        #expect(
            try draft.complaints() == [
                RulesProblem(
                    file: Self.file, pointer: "/activity",
                    problem: #"found "reviw", \#(what); did you mean "review"?"#),
                RulesProblem(
                    file: Self.file, pointer: "/examples/0/given/activity",
                    problem: #"found "other", \#(what): join, review or survey"#),
            ])
    }

    @Test func `a look at a set counts them`() throws {
        let check = try Self.draft(Self.plain).source().check()
        #expect(check.isOK && check.activityFiles == 1 && check.examplesPassed == 4)
    }

    @Test func `the demonstration has a review and a check-in, with examples`() throws {
        let rules = try RuleFolder.read(Repository.path("Rules")).checked()
        let own = rules.activityExamples.map(\.rule)
        #expect(
            rules.ruleset.activityRules.map(\.id) == [
                "activities/app-check-in", "activities/review",
            ])
        for rule in rules.ruleset.activityRules {
            #expect(own.count { $0 == rule.id } >= 3)
        }
        #expect(ExampleRunner.complaints(of: rules) == [])
    }
}
