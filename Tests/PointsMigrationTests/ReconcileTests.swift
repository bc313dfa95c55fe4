import PointsCore
import PointsEngine
import PointsJSON
import PointsMigration
import Testing

/// The generated set, runs that end early, and differences that somebody made.
struct ReconcileTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.plan(workplace.mapping("small.json"))
    }

    @Test func `brings the generated set in to the point`() throws {
        let report = try workplace.apply()
        #expect(report.isComplete && report.refusedCount == 0)
        let result = try workplace.reconcile()
        #expect(result.isEqual, "\(result.text)")
        #expect(result.traced == report.planned)
        let totals = try JSON(parsing: Fixtures.bytes("migration/small/totals.json"))
        for sheet in result.sheets {
            let expected = try #require(totals[sheet.name])
            #expect(Int64(sheet.file.rows) == expected["rows"]?.exactInteger)
            #expect(sheet.file.positive == expected["positive"]?.exactInteger)
            #expect(sheet.file.negative == expected["negative"]?.exactInteger)
        }
        let found = try Engine.verify(path: workplace.path("program.db")).found
        #expect(found.isOK, "\(found.differences.prefix(3))")
    }

    @Test func `goes on where it was stopped`() throws {
        try workplace.apply(database: "whole.db")
        let first = try workplace.apply(batches: 1)
        #expect(first.applied == EngineLimits.batchCommandsMax && !first.isComplete)
        let between = try workplace.reconcile()
        #expect(!between.isEqual)
        #expect(between.findingCount == first.planned - first.applied)
        #expect(Set(between.findings.map(\.code)) == ["not_booked"])
        let second = try workplace.apply()
        #expect(second.isComplete && second.replayed == first.applied)
        #expect(try workplace.reconcile().isEqual)
        let journals = try [workplace.journal(), workplace.journal("whole.db")]
        #expect(journals[0] == journals[1])
    }

    @Test func `finds the row whose points are others`() throws {
        let plan = try PlanFile(folder: workplace.path("plan"))
        let row = try #require(try firstNewMember(of: plan))
        let planned = try #require(OpenBalance(planText: row.command))
        let forged = OpenBalance(
            member: nil, identities: planned.identities, profile: nil, origin: planned.origin,
            company: planned.company,
            lots: planned.lots.map { Lot(terms: $0.terms, points: $0.points + 1) }, debt: 0)
        try workplace.execute(command(forged, under: row.idempotencyKey(in: plan.hash), of: plan))
        let report = try workplace.apply()
        #expect(report.refusedCount == 1 && !report.isComplete)
        #expect(report.refused.map(\.code) == ["idempotency_conflict"])
        let result = try workplace.reconcile()
        #expect(!result.isEqual && result.findingCount == 1)
        #expect(result.findings.map(\.code) == ["booked_otherwise"])
        #expect(result.findings.first?.line == row.line)
        #expect(result.sheets[0].residue == Tally(rows: 0, positive: -1, negative: 0))
    }

    @Test func `finds an import that nobody planned`() throws {
        try workplace.apply()
        let plan = try PlanFile(folder: workplace.path("plan"))
        let balance = OpenBalance(
            member: nil, identities: [IdentityClaim(kind: "ec_account", value: "nobody")],
            profile: nil, origin: BalanceOpened(source: "store", file: "none", line: 1, cell: "7"),
            company: "store-co", lots: [], debt: 7)
        try workplace.execute(command(balance, under: "\(plan.hash.keyPrefix)0:0:99999", of: plan))
        let result = try workplace.reconcile()
        #expect(!result.isEqual && result.findingCount == 1)
        #expect(result.notes.count == 1)
        #expect(result.notes.first?.hasPrefix("the journal has 0 points and 7 owed") == true)
    }

    @Test func `reports the row that the engine refuses and applies the others`() throws {
        let workplace = try Workplace()
        try workplace.join([IdentityClaim(kind: "ec_account", value: "1")])
        try workplace.plan(workplace.mapping())
        // Between plan and application somebody takes an identity that a row is to join with.
        try workplace.join([IdentityClaim(kind: "ec_account", value: "100001")])
        let report = try workplace.apply()
        #expect(report.applied == 8 && report.refusedCount == 1)
        #expect(report.refused.map(\.code) == ["identity_taken"])
        #expect(report.refused.first?.file == "ec_utf8bom.csv")
        #expect(report.refused.first?.record == 1)
        let result = try workplace.reconcile()
        #expect(result.findings.map(\.code) == ["not_booked"])
        #expect(result.sheets[1].residue == Tally(rows: 1, positive: 500, negative: 0))
    }

    private func command(
        _ balance: OpenBalance, under key: String, of plan: PlanFile
    ) -> Command {
        Command(
            envelope: Envelope(
                method: "points.open", idempotencyKey: key, content: [1],
                occurredAt: plan.head.occurredAt, channel: "store"),
            action: .openBalance(balance))
    }

    private func firstNewMember(of plan: PlanFile) throws -> PlannedRow? {
        let rows = try plan.rows()
        while let row = try rows.nextRow() {
            if row.fate == .create, row.moved > 0 { return row }
        }
        return nil
    }
}
