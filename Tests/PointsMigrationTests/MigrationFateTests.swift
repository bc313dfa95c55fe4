import PointsCore
import PointsEngine
import PointsMigration
import Testing

/// Fates that the program, its rules or the calendar decide.
struct MigrationFateTests {
    @Test func `leaves behind what has expired and says how much`() throws {
        let workplace = try Workplace()
        let summary = try workplace.plan(workplace.mapping(), on: "06-01")
        #expect(summary.sheets[1].tally(.expired) == Tally(rows: 1, positive: 77, negative: 0))
        #expect(summary.sheets[1].tally(.moved) == Tally(rows: 3, positive: 1_730, negative: 0))
        #expect(summary.isEqual)
    }

    @Test func `takes the larger of two copies once`() throws {
        let workplace = try Workplace()
        let copies = try workplace.mapping { $0.replacing("\"separate\"", with: "\"copies\"") }
        let summary = try workplace.plan(copies)
        // 1,234 in the shop and 500 in the web shop; -300 and 1,200.
        #expect(summary.sheets[0].tally(.copied) == Tally(rows: 1, positive: 0, negative: -300))
        #expect(summary.sheets[1].tally(.copied) == Tally(rows: 1, positive: 500, negative: 0))
        try workplace.apply()
        #expect(try workplace.reconcile().isEqual)
        #expect(try workplace.balance("ec_account", "100001").available == 1_234)
        #expect(try workplace.balance("store_card", "0000123457").debt == 0)
    }

    @Test func `rejects while planning what the rules do not take for an identity`() throws {
        // These rules want 13 digits of a card.
        let workplace = try Workplace(rules: "fixtures/rules/check")
        let summary = try workplace.plan(workplace.mapping())
        #expect(
            summary.sheets[0].tally(.rejected, reason: "identity_invalid")
                == Tally(rows: 1, positive: 0, negative: -300))
        let report = try workplace.apply()
        #expect(report.isComplete && report.refusedCount == 0)
        #expect(try workplace.reconcile().isEqual)
        #expect(try workplace.balance("ec_account", "100002").debt == 0)
    }

    @Test func `joins whom the program knows`() throws {
        let workplace = try Workplace()
        try workplace.join([IdentityClaim(kind: "ec_account", value: "100001")])
        try workplace.join([IdentityClaim(kind: "ec_account", value: "100005")])
        let summary = try workplace.plan(workplace.mapping())
        #expect(summary.sheets[0].fates == [.create: 3, .join: 1, .reject: 4])
        #expect(summary.sheets[1].fates == [.create: 2, .join: 2, .unchanged: 1, .reject: 1])
        try workplace.apply()
        #expect(try workplace.reconcile().isEqual)
        #expect(try workplace.balance("store_card", "2900000000087").available == 1_734)
        #expect(try Engine.verify(path: workplace.path("program.db")).found.members == 7)
    }

    @Test func `asks when one person is two members`() throws {
        let workplace = try Workplace()
        try workplace.join([IdentityClaim(kind: "ec_account", value: "100001")])
        try workplace.join([IdentityClaim(kind: "store_card", value: "2900000000087")])
        let summary = try workplace.plan(workplace.mapping())
        #expect(
            summary.sheets[0].tally(.review, reason: "member_conflict")
                == Tally(rows: 1, positive: 1_234, negative: 0))
        #expect(
            summary.sheets[1].tally(.review, reason: "member_conflict")
                == Tally(rows: 1, positive: 500, negative: 0))
        #expect(try workplace.text("plan/conflicts.csv").contains("member_conflict,,,store"))
    }

    @Test func `finds nothing to do in a file that was imported`() throws {
        let workplace = try Workplace()
        try workplace.plan(workplace.mapping())
        try workplace.apply()
        let summary = try workplace.plan(workplace.mapping(), on: "04-02", into: "again")
        #expect(summary.imports == 0)
        #expect(
            summary.sheets[0].tally(.importedBefore)
                == Tally(rows: 4, positive: 124_690, negative: -400))
        let journal = try workplace.journal()
        try workplace.apply("again")
        #expect(try workplace.journal() == journal)
        #expect(try workplace.reconcile("again").isEqual)
    }
}
