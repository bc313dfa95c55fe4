import PointsCore
import PointsRules
import Testing

struct ExampleRunnerTests {
    @Test func `says what a broken example gives and how`() throws {
        var draft = try DraftRules.check()
        try draft.replace(
            #"{"points": 27}"#, with: #"{"points": 28}"#, in: "earn/point-up-day.json")
        let outcomes = ExampleRunner.run(try draft.source().checked())
        let broken = try #require(outcomes.first { !$0.isAsExpected })
        #expect(outcomes.count == 3)
        #expect(broken.example.expected == 28)
        #expect(broken.got == 27)
        #expect(
            broken.trace == [
                "earn/base 9: 980 → 49/5, floor 9", "earn/point-up-day 18: 9 → 18, floor 18",
            ])
        #expect(
            broken.complaint?.description
                == "earn/point-up-day.json at /examples/0: example \"1,078 yen on the 20th earns 9 + 18\" expects 28 points, but gives 27 (earn/base 9: 980 → 49/5, floor 9; earn/point-up-day 18: 9 → 18, floor 18)"
        )
    }

    @Test func `says what may be redeemed and why`() throws {
        var draft = try DraftRules.check()
        try draft.replace(
            #""min": 1, "unit": 1, "maxPercentOfOrder": 100"#,
            with: #""min": 100, "unit": 50, "maxPercentOfOrder": 50, "maxPoints": 530"#,
            in: "burn/standard.json")
        let broken = ExampleRunner.run(try draft.source().checked()).compactMap(\.complaint)
        #expect(
            broken.map(\.problem) == [
                "example \"the whole order may be paid with points\" expects 1100 redeemable, but gives 500 (burn/standard: up to 530, from 100, in multiples of 50)"
            ])
    }

    @Test(arguments: [
        (#""redeem": 1100"#, Int64(0), Int64?(0)),
        (#""redeem": 100"#, 9, 9),
        (#""redeem": 1101"#, 0, nil),
    ])
    func `refuses to redeem more than the rules allow`(
        _ redeem: String, _ expected: Int64, _ got: Int64?
    ) throws {
        var draft = try DraftRules.check()
        try draft.replace(
            #""lines": [{"amount": 1078"#, with: #"\#(redeem), "lines": [{"amount": 1100"#,
            in: "earn/base.json")
        try draft.replace(
            #"{"points": 9}"#, with: #"{"points": \#(expected)}"#, in: "earn/base.json")
        let outcome = try #require(
            ExampleRunner.run(try draft.source().checked()).first { $0.example.rule == "earn/base" }
        )
        #expect(outcome.got == got)
        #expect(outcome.isAsExpected == (got != nil))
        #expect((outcome.complaint == nil) == (got != nil))
    }

    @Test(arguments: [
        // 2026-01-01 is a Thursday.
        (#"{"from": "2026-01-01"}"#, "2026-01-07T12:00:00+09:00"),
        (#"{"from": "2026-04-01"}"#, "2026-04-01T12:00:00+09:00"),
        (#"{"to": "2026-01-01"}"#, "2025-12-31T12:00:00+09:00"),
        (#"{"from": "2026-01-01", "to": "2026-01-03"}"#, "2026-01-01T12:00:00+09:00"),
        ("{}", "2026-01-07T12:00:00+09:00"),
    ])
    func `happens at noon of a Wednesday in force`(_ effective: String, _ moment: String) throws {
        let rules = try DraftRules.single(
            #""award": {"type": "fixed", "points": 5}, "effective": \#(effective)"#)
        let example = try #require(rules.examples.first)
        #expect(example.occurredAt == Instant(moment))
        #expect(ExampleRunner.run(rules).first?.got == 5)
    }

    @Test func `takes place, rank and form of prices from the example`() throws {
        var draft = try DraftRules.bare()
        draft.files["earn/only.json"] = """
            {"id": "earn/only", "kind": "earn", "title": {"ja": "あ", "en": "a"},
             "when": {"store": "S1", "terminal": "T1", "tier": "gold", "company": "ec-co", "orderTotal": {"min": 1100, "max": 1100}},
             "award": {"type": "fixed", "points": 5},
             "examples": [{"name": "n", "given": {"channel": "ec", "store": "S1", "terminal": "T1", "tier": "gold", "amountsIncludeTax": false,
               "lines": [{"amount": 1000, "taxRate": 10, "quantity": 2, "category": "a/b", "sku": "1"}]}, "expect": {"points": 5}}]}
            """
        let outcome = try #require(ExampleRunner.run(try draft.source().checked()).first)
        #expect(outcome.isAsExpected)
        #expect(outcome.trace == ["earn/only 5: 0 → 5, floor 5"])
    }
}
