import PointsCore
import PointsRules
import TestSupport
import Testing

struct RuleFolderTests {
    @Test(arguments: [
        (
            "Rules",
            [
                "base", "birthday-month", "cosmetics", "five-days", "gold", "house-card",
                "new-member", "point-up-day", "silver", "skin-care", "winter-thanks",
            ]
        ),
        ("fixtures/rules/check", ["base", "point-up-day"]),
    ])
    func `loads a folder whose examples all come out`(
        _ folder: String, _ names: [String]
    ) throws {
        let rules = try RuleFolder.read(Repository.path(folder)).checked()
        let outcomes = ExampleRunner.run(rules)
        #expect(outcomes.compactMap(\.complaint) == [])
        #expect(ExampleRunner.runTiers(rules).compactMap(\.complaint) == [])
        #expect(ExampleRunner.runActivities(rules).compactMap(\.complaint) == [])
        #expect(ExampleRunner.segmentComplaints(of: rules) == [])
        let shown =
            outcomes.map(\.example.rule) + rules.activityExamples.map(\.rule)
            + rules.segmentExamples.map(\.segment) + rules.ruleset.offers.map(\.id)
        #expect(Set(shown) == Set(rules.ruleset.titles.keys))
        #expect(rules.ruleset.earnRules.map(\.id) == names.map { "earn/" + $0 })
        #expect(rules.ruleset.burnRules.map(\.id) == ["burn/standard"])
    }

    @Test func `gives each rule of the demo program three examples at least`() throws {
        let rules = try RuleFolder.read(Repository.path("Rules")).checked()
        let shown =
            rules.examples.map(\.rule) + rules.activityExamples.map(\.rule)
            + rules.segmentExamples.map(\.segment)
        // Who gets an offer is shown by its segment.
        let offers = rules.ruleset.offers.map(\.id)
        for id in rules.ruleset.titles.keys where !offers.contains(id) {
            #expect(shown.count { $0 == id } >= 3)
        }
        #expect(rules.tierExamples.count >= 3)
    }

    /// Examples whose names speak of the business day are none if they come out whenever it begins.
    @Test func `shows the business day by examples that fail when it begins at midnight`() throws {
        var draft = try DraftRules(folder: Repository.path("Rules"))
        draft.files = draft.files.filter { !$0.key.hasPrefix("schema/") }
        try draft.replace("\"05:00\"", with: "\"00:00\"", in: "program.json")
        let rules = try draft.source().checked()
        let speaking = "営業日"
        let passed =
            ExampleRunner.run(rules).filter { $0.complaint == nil }.map(\.example.name)
            + ExampleRunner.runActivities(rules).filter { $0.complaint == nil }.map(\.example.name)
        #expect(passed.count > 50 && !passed.contains { $0.contains(speaking) })
        let names = rules.examples.map(\.name) + rules.activityExamples.map(\.name)
        #expect(names.count { $0.contains(speaking) } >= 6)
    }

    @Test func `reads the files in the order of their paths`() throws {
        let source = try RuleFolder.read(Repository.path("fixtures/rules/check"))
        #expect(
            source.files.map(\.path) == [
                "burn/standard.json", "earn/base.json", "earn/point-up-day.json", "program.json",
            ])
    }

    @Test func `names a folder that is not there`() {
        #expect(throws: RulesError.folderUnreadable(path: "/nowhere/Rules")) {
            try RuleFolder.read("/nowhere/Rules")
        }
    }

    @Test func `does not pass over a folder that it does not look into`() throws {
        var draft = try DraftRules.check()
        draft.files["earn/a/b/c/d/base.json"] = "{}"
        let folder = try TemporaryFolder(draft.files)
        #expect(throws: RulesError.folderUnreadable(path: folder.path + "/earn/a/b/c/d/")) {
            try RuleFolder.read(folder.path)
        }
    }

    @Test func `ignores schemas and hidden files and others than JSON`() throws {
        var draft = try DraftRules.check()
        draft.files["schema/earn.json"] = "not JSON"
        draft.files["earn/.base.json"] = "not JSON"
        draft.files[".git/x.json"] = "not JSON"
        for name in ["README.md", "README", "README.txt", "earn/notes.md", "earn/base.json~"] {
            draft.files[name] = "not JSON"
        }
        draft.files["notes/plan.txt"] = "not JSON"
        let folder = try TemporaryFolder(draft.files)
        let source = try RuleFolder.read(folder.path)
        #expect(try source.hash == DraftRules.check().source().hash)
    }

    @Test func `tells what is not JSON together with the mistakes of other files`() throws {
        var draft = try DraftRules.check()
        draft.files["earn/base.json"] = "{\"id\": \"earn/base\", \"id\": 1}"
        try draft.replace(
            "\"maxPercentOfOrder\": 100", with: "\"most\": 1", in: "burn/standard.json")
        draft.files["offers/old/spring.json"] = "{}"
        let folder = try TemporaryFolder(draft.files)
        let error = try #require(throws: RulesError.self) { try RuleFolder.read(folder.path) }
        #expect(
            error.message == """
                The rules have 3 mistakes:
                  burn/standard.json at /most: unknown key "most", expected id, kind, title, effective, when, lines, examples, min, unit, maxPercentOfOrder, maxPoints, lineLimits, tax or shipping
                  earn/base.json: not JSON: duplicate key "id" at line 1, column 21
                  offers/old/spring.json: unknown file, expected program.json, earn/….json, burn/….json, activities/….json, segments/….json, offers/….json, tiers.json or consents.json
                """)
        let problems = error.complaints
        #expect(error.refusal == .rulesInvalid(problems))
        #expect(problems.map(\.description) == error.complaints.map(\.description))
    }

    @Test(arguments: [
        ("activities/old/review.json", unknownFile),
        ("segments/old/loyal.json", unknownFile),
        ("offers/old/spring.json", unknownFile),
        ("earn/old/base.json", unknownFile),
        ("earn.json", unknownFile),
        ("Earn/base.json", unknownFile),
    ])
    func `refuses files in other places`(_ path: String, _ problem: String) throws {
        var draft = try DraftRules.check()
        draft.files[path] = "{}"
        let folder = try TemporaryFolder(draft.files)
        let complaint = RulesProblem(file: path, pointer: "", problem: problem)
        #expect(throws: RulesError.invalid([complaint])) {
            try RuleFolder.read(folder.path).checked()
        }
    }

    private static let unknownFile =
        "unknown file, expected program.json, earn/….json, burn/….json, activities/….json,"
        + " segments/….json, offers/….json, tiers.json or consents.json"

    @Test(arguments: [
        "earn/point-up-day.json.txt", "earn/point-up-day.JSON", "tiers.json.txt", "burn/notes",
        "activities/review.json5", "program.jsonc",
    ])
    func `complains of a file that is called otherwise, for nobody would miss it`(
        _ path: String
    ) throws {
        var draft = try DraftRules.check()
        draft.files[path] = "{}"
        let folder = try TemporaryFolder(draft.files)
        let complaint = RulesProblem(
            file: path, pointer: "",
            problem:
                "it is not read, for its name does not end in .json; rename it, or take it out of the folder"
        )
        #expect(throws: RulesError.invalid([complaint])) { try RuleFolder.read(folder.path) }
    }

    @Test func `refuses names that look the same and are written in other characters`() throws {
        var files = try DraftRules.bare().source().files
        for name in ["\u{30AC}", "\u{30AB}\u{3099}"] {
            var draft = DraftRules.none
            draft.addEarnRule(name, award)
            files += try draft.source().files
        }
        let error = try #require(throws: RulesError.self) {
            try RulesetSource(files: files).checked()
        }
        let problem =
            "there is a file of this name already, written in other characters that look the same;"
            + " write it in one way (Unicode NFC)"
        #expect(
            error.complaints.map { "\($0.file) \($0.problem)".unicodeScalars.map(\.value) } == [
                "earn/\u{30AC}.json \(problem)".unicodeScalars.map(\.value)
            ])
    }

    @Test func `refuses keys and names that look the same and are written in other characters`()
        throws
    {
        var draft = try DraftRules.check()
        try draft.replace(
            #""companies": {"#,
            with: "\"companies\": {\"\u{30AC}\": {}, \"\u{30AB}\u{3099}\": {}, ", in: "program.json"
        )
        draft.addEarnRule("only", award + ", \"when\": {\"company\": \"\u{30AB}\u{3099}\"}")
        let twice = try draft.complaints()
        #expect(twice.map(\.file) == ["program.json"])
        #expect(twice.first?.problem.hasPrefix("there is this name already, ") == true)
        try draft.replace(", \"\u{30AB}\u{3099}\": {}", with: "", in: "program.json")
        let other = try draft.complaints()
        #expect(other.map(\.pointer) == ["/when/company"])
        #expect(other.first?.problem.contains("written in other characters") == true)
    }

    private let award = #""award": {"type": "fixed", "points": 1}"#

    @Test func `misses the settings`() throws {
        var draft = try DraftRules.check()
        draft.files["program.json"] = nil
        #expect(
            try draft.complaints() == [
                RulesProblem(file: "program.json", pointer: "", problem: "the file is missing")
            ])
    }
}
