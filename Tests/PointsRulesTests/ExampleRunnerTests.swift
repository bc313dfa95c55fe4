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
            broken.complaint?.description == """
                earn/point-up-day.json at /examples/0: example "1,078 yen on the 20th earns 9 + 18" expects 28 points, but gives 27:
                    earn/base: 1 point for every 100 yen. Money without tax: 980 yen at 10 %. Exactly 9.8, rounded down: 9. 9 points.
                    earn/point-up-day: 3 times the points of “Base points”. Exactly 9 × 3 − 9 = 18. 18 points.
                """)
    }

    /// Rules that would have given something are told too: the mistake may be theirs.
    @Test(arguments: [
        (
            #""effective": {"from": "2026-07-01"}, "award": {"type": "fixed", "points": 5}"#,
            "Not in force: from 2026-07-01."
        ),
        (
            #""when": {"paymentMethod": "house_card"}, "award": {"type": "fixed", "points": 5}"#,
            "Does not apply: it asks for payment method house_card."
        ),
        (
            #""lines": {"category": "food"}, "award": {"type": "per_item", "points": 5}"#,
            "None of its lines is there (category food)."
        ),
        (
            #""award": {"type": "fixed", "points": 5}, "stacking": {"group": "base", "pick": "best"}"#,
            "“Base points” of the same group counts; this one would have given 5 points."
        ),
        (
            #""award": {"type": "multiply", "by": 2, "of": ["earn/base"]}, "caps": [{"points": 4, "per": "day"}]"#,
            "2 times the points of “Base points”. Exactly 9 × 2 − 9 = 9. A cap for a day leaves 4 points. 4 points."
        ),
    ])
    func `says of each rule why it gives what it gives`(
        _ members: String, _ words: String
    ) throws {
        var draft = try DraftRules.check()
        draft.addEarnRule("more", members)
        try draft.replace(#"{"points": 9}"#, with: #"{"points": 8}"#, in: "earn/base.json")
        let outcomes = ExampleRunner.run(try draft.source().checked())
        let broken = try #require(outcomes.first { $0.example.rule == "earn/base" })
        #expect(
            broken.trace.map { $0.prefix { $0 != ":" } }.sorted() == [
                "earn/base", "earn/more", "earn/point-up-day",
            ])
        #expect(broken.trace.contains("earn/more: " + words))
        #expect(outcomes.allSatisfy { $0.isAsExpected == $0.trace.isEmpty })
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
                """
                example "the whole order may be paid with points" expects 1100 redeemable, but gives 500:
                    burn/standard: Points may pay 1,100 yen of 1,100 yen: up to 530 points, from 100, in multiples of 50.
                """
            ])
    }

    @Test func `says of each redemption rule why it does not decide`() throws {
        var draft = try DraftRules.check()
        let standard = try #require(draft.files["burn/standard.json"])
        for (name, change) in [
            ("a", #""effective": {"from": "2026-02-01", "to": "2026-02-28"}"#),
            ("b", #""when": {"channel": "ec"}"#), ("z", #""min": 2"#),
        ] {
            draft.files["burn/\(name).json"] =
                standard.replacing("burn/standard", with: "burn/\(name)")
                .replacing(#""effective": {"from": "2026-01-01"}"#, with: change)
                .replacing(#""min": 1, "#, with: name == "z" ? "" : #""min": 1, "#)
        }
        try draft.replace(
            #"{"redeemable": 1100}"#, with: #"{"redeemable": 1}"#, in: "burn/standard.json")
        let outcomes = ExampleRunner.run(try draft.source().checked())
        let broken = try #require(outcomes.first { $0.example.rule == "burn/standard" })
        #expect(
            broken.trace == [
                "burn/a: Not in force: from 2026-02-01 to 2026-02-28.",
                "burn/b: Does not apply: it asks for channel ec.",
                "burn/standard: Points may pay 1,100 yen of 1,100 yen: up to 1,100 points, from 1, in multiples of 1.",
                "burn/z: burn/standard comes before it.",
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
        #expect(outcome.got == 5)
    }
}
