import PointsCore
import PointsEngine
import PointsMigration
import Testing

/// The sample files from plan to proof.
struct SampleMigrationTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
    }

    @Test func `plans every row and every point`() throws {
        let summary = try workplace.plan(workplace.mapping())
        try #require(summary.sheets.map(\.name) == ["store", "ec"])
        let (store, shop) = (summary.sheets[0], summary.sheets[1])
        #expect(store.file == Tally(rows: 8, positive: 127_464, negative: -400))
        #expect(
            store.lines == [
                ControlLine(.moved): Tally(rows: 4, positive: 124_690, negative: -400),
                ControlLine(.rejected, reason: "duplicate_row"):
                    Tally(rows: 1, positive: 1_234, negative: 0),
                ControlLine(.rejected, reason: "identity_too_short"):
                    Tally(rows: 1, positive: 980, negative: 0),
                ControlLine(.rejected, reason: "identity_exponent"):
                    Tally(rows: 1, positive: 560, negative: 0),
                ControlLine(.rejected, reason: "withdrawn"):
                    Tally(rows: 1, positive: 0, negative: 0),
            ])
        #expect(shop.file == Tally(rows: 6, positive: 1_807, negative: -50))
        #expect(
            shop.lines == [
                ControlLine(.moved): Tally(rows: 4, positive: 1_807, negative: 0),
                ControlLine(.none): Tally(rows: 1, positive: 0, negative: 0),
                ControlLine(.rejected, reason: "withdrawn"):
                    Tally(rows: 1, positive: 0, negative: -50),
            ])
        #expect(summary.isEqual)
        #expect(store.fates == [.create: 4, .reject: 4])
        #expect(shop.fates == [.create: 3, .join: 2, .reject: 1])
        #expect(summary.imports == 9 && summary.members == 7)
        #expect(!workplace.exists("program.db"))
    }

    @Test func `writes what a person can check`() throws {
        let summary = try workplace.plan(workplace.mapping())
        let rejects = try workplace.text("plan/rejects.csv")
        #expect(rejects.contains("store,store_pos_cp932.csv,8,10,duplicate_row,repeats row 1,"))
        #expect(rejects.contains("ec,ec_utf8bom.csv,6,8,withdrawn,the member has left,100006,'-50"))
        #expect(try workplace.text("plan/summary.json").contains("\"plan\":\"\(summary.hash)\""))
        #expect(try workplace.text("plan/conflicts.csv").hasPrefix("reason,agrees,differs,source"))
    }

    @Test func `comes out alike to the point`() throws {
        try workplace.plan(workplace.mapping())
        let report = try workplace.apply()
        #expect(report.applied == 9 && report.replayed == 0 && report.isComplete)
        let result = try workplace.reconcile()
        #expect(result.isEqual && result.traced == 9)
        #expect(result.notes == [])
        #expect(
            result.sheets[0].tally(.moved) == Tally(rows: 4, positive: 124_690, negative: -400))
        #expect(result.sheets[1].tally(.moved) == Tally(rows: 4, positive: 1_807, negative: 0))
        #expect(result.sheets[0].residue == Tally() && result.sheets[1].residue == Tally())
    }

    @Test func `leaves a journal in which everything adds up`() throws {
        try workplace.plan(workplace.mapping())
        try workplace.apply()
        let found = try Engine.verify(path: workplace.path("program.db")).found
        #expect(found.isOK, "\(found.differences)")
        #expect(found.members == 7)
        // The rules, then an entry for each of the nine imports, also where somebody joins by it.
        #expect(found.transactions == 10)
    }

    @Test(arguments: [
        ("store_card", "2900000000087", 1_734, 0), ("ec_account", "100001", 1_734, 0),
        ("store_card", "0000123457", 1_200, -300), ("ec_account", "100002", 1_200, -300),
        ("store_card", "2900000000162", 123_456, 0), ("store_card", "2900000000179", 0, -100),
        ("ec_account", "100003", 30, 0), ("ec_account", "100004", 77, 0),
        ("ec_account", "100005", 0, 0),
    ])
    func `gives each person their balance`(
        _ kind: String, _ value: String, _ available: Int64, _ debt: Int64
    ) throws {
        try workplace.plan(workplace.mapping())
        try workplace.apply()
        let balance = try workplace.balance(kind, value)
        #expect(balance.available == available)
        #expect(balance.debt == debt)
    }

    @Test func `does nothing when it runs again`() throws {
        try workplace.plan(workplace.mapping())
        try workplace.apply()
        let journal = try workplace.journal()
        let report = try workplace.apply()
        #expect(report.applied == 0 && report.replayed == 9 && report.isComplete)
        #expect(try workplace.journal() == journal)
    }

    @Test func `makes the same plan twice`() throws {
        let first = try workplace.plan(workplace.mapping())
        let second = try workplace.plan(workplace.mapping(), into: "other")
        #expect(first == second)
    }

    @Test func `keeps an import as it was planned`() throws {
        try workplace.plan(workplace.mapping())
        let rows = try PlanFile(folder: workplace.path("plan")).rows()
        var profiles: [Profile?] = []
        while let row = try rows.nextRow() {
            guard !row.command.isEmpty else { continue }
            let planned = try #require(OpenBalance(planText: row.command))
            #expect(planned.planText == row.command)
            profiles.append(planned.profile)
        }
        #expect(profiles.count == 9)
        #expect(profiles.compactMap(\.self).count == 7)
        #expect(
            profiles.first??.values == [
                "familyName": "髙橋", "givenName": "健太", "familyNameKana": "ﾀｶﾊｼ",
                "givenNameKana": "ｹﾝﾀ", "birthDate": "1985-04-01", "postalCode": "150-0001",
                "address": "東京都渋谷区神宮前１丁目２－３", "phone": "03-1234-5678",
                "email": "kenta.takahashi@docomo.ne.jp",
            ])
    }
}
