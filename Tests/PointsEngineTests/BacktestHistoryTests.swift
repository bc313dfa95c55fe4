import PointsCore
import PointsEngine
import PointsRules
import PointsStore
import Testing

/// Back-tests of whatever has happened.
struct BacktestHistoryTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `the active side is what was booked, and the same draft changes nothing`(
        _ seed: UInt64
    ) throws {
        let policies = ["keep_on_remaining", "prorate", "restore_first"]
        let policy = policies[Int(seed) % policies.count]
        let program = try TestProgram(
            [
                #""redeemed": "keep_on_remaining""#: "\"redeemed\": \"\(policy)\"",
                #""provisional": {"earn": true"#:
                    "\"provisional\": {\"earn\": \(seed.isMultiple(of: 2))",
            ].merging(CheckRules.lateConfirmation) { $1 })
        var history = RandomHistory(seed: seed)
        try history.run(on: program, batches: 120)
        let kept = try #require(
            try LedgerStore(reading: program.path).rules(hash: program.ruleset.hash))
        let test = try Backtest(
            try RulesetSource(canonicalBytes: kept).checked(), on: program)
        #expect(test.sales.count > 50)
        #expect(test.sales.contains { $0.status == .partlyReturned })
        #expect(test.sales.contains { $0.status == .voided })
        for sale in test.sales {
            #expect(sale.active.points == sale.booked, "\(sale.purchase)")
            #expect(sale.active.awards == sale.draft.awards && sale.difference == 0)
            #expect(sale.active.obstacle == nil)
        }
        #expect(test.report.bookings.differing == 0)
        #expect(test.report.members.staying > 0 && test.report.members.winners.isEmpty)
        #expect(test.report.total.active == test.report.total.draft)
    }

    @Test func `the same journal and the same draft give the same bytes`() throws {
        let program = try TestProgram()
        var history = RandomHistory(seed: 9)
        try history.run(on: program, batches: 60)
        let draft = try CheckRules.generousDraft()
        let (first, second) = (
            try Backtest(draft, on: program), try Backtest(draft, on: program)
        )
        #expect(first.json == second.json)
        for language in Language.allCases {
            #expect(first.report.page(in: language) == second.report.page(in: language))
            #expect(first.report.text(in: language) == second.report.text(in: language))
        }
    }

    @Test func `the parts add up to the whole`() throws {
        let program = try TestProgram()
        var history = RandomHistory(seed: 4)
        try history.run(on: program, batches: 100)
        let report = try Backtest(CheckRules.generousDraft(), on: program).report
        for rows in [report.months, report.channels, report.tiers] {
            #expect(rows.reduce(0) { $0 + $1.row.sales } == report.total.sales)
            #expect(rows.reduce(0) { $0 + $1.row.payable } == report.total.payable)
            #expect(rows.reduce(0) { $0 + $1.row.draft.points } == report.total.draft.points)
        }
        #expect(report.rules.reduce(0) { $0 + $1.row.draft.cost } == report.total.draft.cost)
        #expect(report.bands.reduce(0) { $0 + $1.sales } == report.total.sales)
        #expect(
            report.bands.reduce(0) { $0 + $1.points }
                == report.total.draft.points - report.total.active.points)
    }

    @Test(arguments: [
        (Tampering.missingEntry, "of the entries 1 to 10, 1 are missing"),
        (.formOfEntry, "entry 3: "), (.swappedEntries, "entry 3 disagrees with its row"),
        (.copiedEntry, "entry 11 disagrees with its row"),
    ])
    func `a damaged journal is named`(_ tampering: Tampering, _ problem: String) throws {
        let program = try TestProgram.tenEntries()
        try program.raw { database in try tampering.carryOut(on: database) }
        do throws(StoreError) {
            _ = try Backtest.only(program)
            Issue.record("nothing was noticed")
        } catch {
            #expect(error.message.contains(problem), "\(error.message)")
        }
    }

    @Test(arguments: [
        (Forgery.returnedTwice, "purchase"), (.highNumber, "next member's number"),
        (.knownNumber, "next member's number"),
    ])
    func `an invented entry is named`(_ forgery: Forgery, _ problem: String) throws {
        let program = try TestProgram.tenEntries()
        let forged = try forgery.carryOut(on: program)
        let error = #expect(throws: StoreError.self) {
            try Backtest(CheckRules.draft(), on: program)
        }
        #expect(error?.message.contains("entry \(forged.position.number): ") == true)
        #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        BasketLine(name: "1", quantity: 0, amount: Yen(1), taxRate: 10),
        BasketLine(name: "1", quantity: 1, amount: Yen(-1), taxRate: 10),
        BasketLine(name: "1", quantity: 1, amount: Yen(Int64.max), taxRate: 10),
        BasketLine(name: "1", quantity: 1, amount: Yen(1), taxRate: -100),
    ])
    func `a sale that nobody could have made is named`(_ line: BasketLine) throws {
        let program = try TestProgram.tenEntries()
        try program.raw { database in
            let last = try LedgerStore(reading: program.path).record(at: JournalPosition(8))
            let sold = try #require(last).entry()
            guard case .purchaseRecorded(let recorded) = sold.event else {
                throw Refusal.internalFault("no sale")
            }
            let forged = Entry(
                position: JournalPosition(11), member: sold.member, previous: sold.position,
                cause: sold.cause,
                event: .purchaseRecorded(
                    PurchaseRecorded(
                        order: "f", soldOn: recorded.soldOn,
                        basket: Basket(lines: [line], amountsIncludeTax: true),
                        standing: .anonymous, hold: nil, summary: recorded.summary, grants: [],
                        awards: [])),
                postings: [], after: sold.after)
            let insert = try database.statement(
                "INSERT INTO journal VALUES (11, 0, ?, zeroblob(32))")
            try insert.bind(forged.record(), at: 1)
            try insert.run()
        }
        let error = #expect(throws: StoreError.self) {
            try Backtest(CheckRules.draft(), on: program)
        }
        #expect(
            error?.message
                == "A row of journal is damaged: entry 11: its basket is beyond all bounds")
    }
}
