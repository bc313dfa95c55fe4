import Foundation
import PointsCore
import PointsEngine
import PointsMigration
import Testing

/// What a migration does not do, and that nothing is written then.
struct MigrationRefusalTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
    }

    @Test(arguments: [
        ("\"channel\": \"ec\"", "\"channel\": \"web\"", "channel_unknown"),
        ("\"channel\": \"ec\"", "\"company\": \"web-co\"", "company_unknown"),
        ("\"kind\": \"ec_account\"", "\"kind\": \"web_account\"", "identity_kind_unknown"),
        ("ec_utf8bom.csv", "nowhere.csv", "cannot_open"),
        ("\"encoding\": \"utf-8\"", "\"encoding\": \"cp932\"", "wrong_bytes"),
        ("\"column\": \"顧客ID\"", "\"column\": \"会員ID\"", "column_missing"),
        ("ec_utf8bom.csv", "ec_utf8bom.csv\", \"../samples/ec_utf8bom.csv", "same_file"),
    ])
    func `names what is wrong and writes nothing`(
        _ text: String, _ other: String, _ code: String
    ) throws {
        let mapping = try workplace.mapping { $0.replacing(text, with: other) }
        let error = #expect(throws: MigrationError.self) { try workplace.plan(mapping) }
        #expect(error?.code == code)
        #expect(!workplace.exists("plan") && !workplace.exists("program.db"))
    }

    @Test func `replaces a plan only when told and other things never`() throws {
        try workplace.plan(workplace.mapping())
        let path = workplace.path("plan")
        #expect(throws: MigrationError.outputHoldsPlan(path: path)) {
            try workplace.plan(workplace.mapping())
        }
        try workplace.plan(workplace.mapping("small.json"), replacing: true)
        #expect(try PlanFile(folder: path).rowCount == 1_426)
        try Data("mine".utf8).write(to: workplace.folder.appending(path: "note.txt"))
        #expect(throws: MigrationError.outputNotEmpty(path: workplace.path(""))) {
            try workplace.plan(workplace.mapping(), into: "", replacing: true)
        }
        #expect(try workplace.text("note.txt") == "mine")
    }

    @Test func `writes over what a run that was killed left behind`() throws {
        let folder = workplace.folder.appending(path: "plan")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("half".utf8).write(to: folder.appending(path: "plan.db.unfinished"))
        let summary = try workplace.plan(workplace.mapping())
        #expect(try PlanFile(folder: workplace.path("plan")).hash == summary.hash)
        #expect(!workplace.exists("plan/plan.db.unfinished"))
    }

    @Test(arguments: ["1,234", "create", "store-co", "2900000000162", "髙橋"])
    func `refuses a plan in which a byte was changed`(_ text: String) throws {
        try workplace.plan(workplace.mapping())
        let file = workplace.folder.appending(path: "plan/plan.db")
        var bytes = [UInt8](try Data(contentsOf: file))
        let place = try #require(bytes.firstRange(of: Array(text.utf8))?.lowerBound)
        bytes[place] ^= 1
        try Data(bytes).write(to: file)
        let path = file.path(percentEncoded: false)
        #expect(throws: MigrationError.planChanged(path: path)) { try workplace.apply() }
        #expect(throws: MigrationError.planChanged(path: path)) { try workplace.reconcile() }
        #expect(!workplace.exists("program.db"))
    }

    @Test func `refuses a folder without a plan and a file that is none`() throws {
        #expect(throws: MigrationError.planMissing(path: workplace.path("plan"))) {
            try workplace.apply()
        }
        try FileManager.default.createDirectory(
            at: workplace.folder.appending(path: "plan"), withIntermediateDirectories: true)
        try Data("none".utf8).write(to: workplace.folder.appending(path: "plan/plan.db"))
        #expect(throws: MigrationError.notAPlan(path: workplace.path("plan/plan.db"))) {
            try workplace.apply()
        }
    }

    @Test func `refuses a plan that was made for another program`() throws {
        try workplace.join([IdentityClaim(kind: "ec_account", value: "1")])
        try workplace.plan(workplace.mapping())
        let missing = #expect(throws: MigrationError.self) {
            try workplace.apply(database: "other.db")
        }
        #expect(missing?.code == "another_program")
        #expect(!workplace.exists("other.db"))
        try workplace.plan(workplace.mapping(), into: "empty", database: "other.db")
        let used = #expect(throws: MigrationError.self) { try workplace.apply("empty") }
        #expect(used?.code == "another_program")
    }

    @Test func `refuses rules that are not in force`() throws {
        try workplace.join([IdentityClaim(kind: "ec_account", value: "1")])
        let other = try Workplace(rules: "fixtures/rules/check")
        #expect(throws: MigrationError.rulesDiffer(path: workplace.path("program.db"))) {
            try ProgramBasis(
                database: workplace.path("program.db"), rules: other.rules,
                now: try Workplace.noon("04-01"))
        }
    }

    @Test func `refuses rows that another plan has imported meanwhile`() throws {
        try workplace.plan(workplace.mapping())
        try workplace.plan(workplace.mapping(), on: "04-02", into: "later")
        try workplace.apply()
        let error = #expect(throws: MigrationError.self) { try workplace.apply("later") }
        // A plan for an empty program meets one with members first.
        #expect(error?.code == "another_program")
    }

    @Test func `refuses rows that another plan of the same program has imported`() throws {
        try workplace.join([IdentityClaim(kind: "ec_account", value: "1")])
        try workplace.plan(workplace.mapping())
        try workplace.plan(workplace.mapping(), on: "04-02", into: "later")
        try workplace.apply()
        #expect(throws: MigrationError.importedBefore(file: "store_pos_cp932.csv", line: 2)) {
            try workplace.apply("later")
        }
    }
}
