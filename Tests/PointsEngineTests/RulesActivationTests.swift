import PointsCore
import PointsEngine
import PointsJSON
import PointsRules
import Testing

/// `rules.activate`: what it answers, and what it refuses.
struct RulesActivationTests {
    private let program: TestProgram
    private let double: RulesSource

    init() throws {
        program = try TestProgram()
        double = try CheckRules.earning(2)
    }

    /// Rules whose files are not looked at before they are sent.
    private func unchecked(_ files: [String: JSON]) throws -> RulesSource {
        let source = RulesetSource(
            files: files.map { RulesetSource.File(path: $0.key, content: $0.value) })
        return RulesSource(ruleset: double.ruleset, content: source.canonicalBytes)
    }

    @Test
    func `says what changes`() throws {
        let receipt = try program.receipt(.activate("a", double))
        #expect(
            receipt.changes.map(\.en) == [
                "Base points – gives: 1 point for every 100 yen → 2 points for every 100 yen",
                "Base points – examples: 1 changed",
                "Triple points on the 20th – examples: 1 changed",
            ])
        #expect(receipt.entry.cause.ruleset == JournalPosition(1))
    }

    @Test
    func `a repeated key gets the first answer, whatever was activated since`() throws {
        let first = try program.receipt(.activate("a", double))
        program.now = program.now.adding(seconds: 60)
        try program.receipt(.activate("b", CheckRules.earning(1)))
        try program.receipt(
            .activate(
                "c", CheckRules.earning(3),
                from: first.entry.cause.recordedAt
                    .adding(seconds: 60)))
        let count = try program.entryCount
        #expect(try program.receipt(.activate("a", double)) == first.replayed)
        #expect(try program.entryCount == count)
        #expect(
            try program.refusal(.activate("a", double, reason: "r"))
                == .idempotencyConflict(key: "a"))
    }

    @Test
    func `rules that are in force then anyway are refused`() throws {
        let (single, moment) = (try CheckRules.earning(1), Instant.tokyo("06-02 12:00"))
        let here = Refusal.invalidParams(
            pointer: "/files", expected: "other rules: these are in force already")
        let then = Refusal.invalidParams(
            pointer: "/files", expected: "other rules: these are in force at that moment already")
        #expect(try program.refusal(.activate("a", single)) == here)
        #expect(try program.refusal(.activate("a", single, from: moment)) == then)
        try program.receipt(.activate("a", double, from: moment))
        #expect(try program.refusal(.activate("b", double, from: moment)) == then)
        // Earlier than announced is another thing.
        #expect(try program.refusal(.activate("b", double)) == nil)
    }

    @Test
    func `a moment that has passed is refused`() throws {
        let past = program.now.adding(seconds: -1)
        #expect(
            try program.refusal(.activate("a", double, from: past))
                == .invalidParams(
                    pointer: "/effectiveFrom",
                    expected: "now or later: what has happened is judged by the rules of then"))
        #expect(try program.refusal(.activate("a", double, from: program.now)) == nil)
    }

    @Test
    func `every mistake is told, and nothing is written`() throws {
        let source = try RulesetSource(canonicalBytes: double.content)
        var files = Dictionary(
            uniqueKeysWithValues: source.files.map { ($0.path, $0.content) })
        files["earn/base.json"] = ["id": "earn/base"]
        files["earn/wrong.txt"] = []
        let count = try program.entryCount
        let refusal = try program.refusal(.activate("a", unchecked(files)))
        guard case .rulesInvalid(let problems) = refusal else {
            throw Refusal.internalFault("\(String(describing: refusal))")
        }
        #expect(
            problems.map(\.description) == [
                "earn/base.json: \"award\" is missing", "earn/base.json: \"examples\" is missing",
                "earn/base.json: \"kind\" is missing", "earn/base.json: \"title\" is missing",
                "earn/wrong.txt: unknown file, expected program.json, earn/….json, burn/….json, activities/….json, segments/….json, offers/….json, tiers.json or consents.json",
            ])
        #expect(refusal?.message.hasSuffix("; and 4 more") == true)
        #expect(try program.entryCount == count)
        #expect(try program.number("SELECT count(*) FROM rulesets") == 1)
    }

    @Test
    func `an example that does not come out is a mistake`() throws {
        let broken = try CheckRules.source(others: [
            "earn/base.json": [#"{"points": 9}"#: #"{"points": 8}"#]
        ])
        let refusal = try program.refusal(.activate("a", broken))
        #expect(refusal?.code == .rulesInvalid)
        #expect(refusal?.message.hasPrefix("earn/base.json at /examples/0: example") == true)
    }

    // MARK: Books

    private static let withoutCompany = [
        #"{"store-co": {}, "ec-co": {}}"#: #"{"store-co": {}}"#,
        #""company": "ec-co""#: #""company": "store-co""#,
    ]

    @Test
    func `rules that would break the books are refused`() throws {
        let refusal = try program.refusal(
            .activate("a", CheckRules.earning(2, Self.withoutCompany)))
        #expect(
            refusal
                == .rulesInvalid([
                    RulesProblem(
                        file: "program.json", pointer: "/companies",
                        problem:
                            "\"ec-co\" is gone; it must stay, because it may have issued points"
                    )
                ]))
    }

    @Test
    func `rules that announced ones do not go on from are refused`() throws {
        let more = try CheckRules.earning(
            3, [#"{"store-co": {}, "ec-co": {}}"#: #"{"store-co": {}, "ec-co": {}, "new": {}}"#])
        try program.receipt(.activate("a", double, from: .tokyo("06-02 12:00")))
        #expect(
            try program.refusal(.activate("b", more))
                == .rulesInvalid([
                    RulesProblem(
                        file: "program.json", pointer: "/companies",
                        problem: "in the rules announced for 2026-06-02T12:00:00+09:00, which "
                            + "would follow: \"new\" is gone; it must stay, because it may have "
                            + "issued points")
                ]))
        // In the place of the announced ones, or after them, nothing is missing.
        #expect(try program.refusal(.activate("b", more, from: .tokyo("06-02 12:00"))) == nil)
        // A company that never took part may be left out again.
        #expect(try program.refusal(.activate("c", double, from: .tokyo("06-02 12:00"))) == nil)
    }

    @Test
    func `several activations in one batch follow each other`() throws {
        let triple = try CheckRules.earning(3)
        let replies = try program.execute([
            .activate("a", double, from: .tokyo("06-02 12:00")), .activate("b", triple),
            .activate("c", triple),
        ])
        #expect(replies.map { $0.refusal?.code } == [nil, nil, .invalidParams])
        #expect(try program.verification().isOK)
    }
}
