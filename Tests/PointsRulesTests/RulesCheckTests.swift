import PointsCore
import PointsJSON
import PointsRules
import Testing

/// A look at a set of rules, as commands get it.
struct RulesCheckTests {
    @Test func `a good set has its counts`() throws {
        let source = try DraftRules.check().source()
        let check = source.check()
        #expect(check.isOK && check.hash == source.hash && check.ruleset != nil)
        #expect((check.earnFiles, check.burnFiles, check.activityFiles) == (2, 1, 0))
        #expect((check.examplesPassed, check.examplesFailed) == (3, 0))
        #expect(try RulesetSource.check(source.canonicalBytes) == check)
    }

    @Test func `a set with mistakes has all of them and no examples`() throws {
        var draft = try DraftRules.check()
        try draft.replace(#""per": 100"#, with: #""per": 0"#, in: "earn/base.json")
        try draft.replace(#""currency": "JPY""#, with: #""currency": 5"#, in: "program.json")
        let check = try draft.source().check()
        #expect(!check.isOK && check.ruleset == nil && check.examplesPassed == 0)
        #expect(check.problems.map(\.pointer) == ["/award/per", "/currency"])
        #expect(check.problems.map(\.file) == ["earn/base.json", "program.json"])
    }

    @Test func `an example that does not come out is a problem`() throws {
        var draft = try DraftRules.check()
        try draft.replace(#"{"points": 9}"#, with: #"{"points": 8}"#, in: "earn/base.json")
        let check = try draft.source().check()
        #expect(!check.isOK && check.ruleset != nil)
        #expect((check.examplesPassed, check.examplesFailed) == (2, 1))
        #expect(check.problems.map(\.pointer) == ["/examples/0"])
    }

    @Test(arguments: ["earn/night.txt", "earn/.json", "earn/.night.json", ".program.json", "earn/"])
    func `a file that no folder would have is a mistake`(_ path: String) throws {
        let source = try DraftRules.check().source()
        let file = RulesetSource.File(path: path, content: [:])
        let check = RulesetSource(files: source.files + [file]).check()
        #expect(
            check.problems.map(\.description) == [
                "\(path): unknown file, expected program.json, earn/….json, burn/….json, activities/….json, segments/….json, offers/….json, tiers.json or consents.json"
            ])
    }

    @Test func `of very many mistakes the first are told`() throws {
        var draft = try DraftRules.check()
        let wrong = Array(repeating: #"{"orderTotal": {"min": 2, "max": 1}}"#, count: 5_000)
        draft.addEarnRule(
            "many",
            #""award": {"type": "fixed", "points": 1}, "when": {"any": [\#(wrong.joined(separator: ","))]}"#
        )
        let check = try draft.source().check()
        #expect(check.problems.count == 1_000 && check.ruleset == nil)
    }

    @Test func `content that is no set is refused`() {
        #expect(throws: Refusal.self) { try RulesetSource.check(Array("[]".utf8)) }
    }
}
