import Foundation
import PointsCore
import PointsEngine
import PointsStore
import Testing

/// Verification that goes on from the last verified point.
struct SinceLastTests {
    /// Verifies and leaves the point.
    private func verified(_ program: TestProgram, sinceLast: Bool = false) throws
        -> VerificationReport
    {
        let report = try Engine.verify(path: program.path, sinceLast: sinceLast)
        if let point = report.point { try Engine.keep(point, path: program.path) }
        return report
    }

    @Test(arguments: [UInt64](1...6))
    func `goes on from point to point as sales, returns and closes come in`(seed: UInt64) throws {
        let program = try TestProgram(seed.isMultiple(of: 2) ? CheckRules.lateConfirmation : [:])
        var history = RandomHistory(seed: seed)
        try history.run(on: program, batches: 10)
        if seed.isMultiple(of: 3) { try program.reopen(flushing: true) }
        var last = try verified(program)
        #expect(last.found.differences == [], "seed \(seed)")
        for round in 0..<6 {
            try history.run(on: program, batches: 6)
            // Sometimes the projections lag behind, so that there is no newer point.
            if round != 2 { try program.reopen(flushing: true) }
            let report = try verified(program, sinceLast: true)
            #expect(report.found.differences == [], "seed \(seed), round \(round)")
            if last.point != nil {
                #expect(report.fallback == nil, "seed \(seed), round \(round)")
                #expect(report.start > .none)
                #expect(report.found.transactions < (try program.entryCount))
            }
            // What it knows afterwards is what it would know from reading everything.
            let whole = try Engine.verify(path: program.path)
            #expect(report.point == whole.point, "seed \(seed), round \(round)")
            last = report
        }
    }

    @Test func `says why it reads everything when there is no point that fits`() throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: true)
        #expect(
            try verified(program, sinceLast: true).fallback == "nothing was verified before")
        let file = URL(fileURLWithPath: program.path + ".verified")
        let good = try Data(contentsOf: file)
        #expect(try verified(program, sinceLast: true).fallback == nil)
        for place in [0, good.count / 2, good.count - 1] {
            var changed = good
            changed[place] ^= 1
            try changed.write(to: file)
            #expect(
                try verified(program, sinceLast: true).fallback
                    == "the file of the last verified point is damaged")
        }
        try good.dropLast().write(to: file)
        #expect(try verified(program, sinceLast: true).fallback != nil)
        try good.write(to: file)
        try program.raw { database in
            try database.execute("DROP TRIGGER journal_is_never_updated")
            try database.execute("UPDATE journal SET hash = zeroblob(32) WHERE position = 10")
        }
        let report = try verified(program, sinceLast: true)
        #expect(report.fallback == "the last verified point is not one of this journal")
        #expect(report.found.differences.first?.invariant == "chain.hash")
    }

    @Test func `leaves no point when something is wrong`() throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: true)
        try program.raw { try $0.execute("DELETE FROM holds") }
        #expect(try Engine.verify(path: program.path).point == nil)
    }

    /// Done after the point was left, and after something more has happened to member 1.
    @Test(arguments: [
        ("UPDATE journal SET body = zeroblob(9) WHERE position = 3", "journal.bytes", Int64?(3)),
        ("UPDATE journal SET hash = zeroblob(32) WHERE position = 3", "chain.hash", 3),
        ("DELETE FROM journal WHERE position = 5", "chain.order", 5),
        ("UPDATE members SET body = x'00' WHERE number = 1", "projection.members", nil),
        ("DELETE FROM members WHERE number = 1", "projection.members", nil),
        ("DELETE FROM keys WHERE key = 'n'", "projection.keys", 11),
        ("UPDATE keys SET position = 3 WHERE key = 'n'", "projection.keys", 11),
        ("DELETE FROM keys WHERE key = 'b'", "projection.keys", nil),
        ("DELETE FROM orders WHERE \"order\" = '9'", "projection.orders", 11),
        ("UPDATE holds SET body = x'00' WHERE position = 10", "projection.holds", 12),
        ("DELETE FROM purchases WHERE position = 5", "projection.purchases", 5),
        ("UPDATE purchases SET body = x'00' WHERE position = 8", "projection.purchases", 8),
        ("UPDATE days SET body = x'00'", "projection.days", nil),
        ("DELETE FROM journal WHERE position = 12", "journal.order", 13),
        ("UPDATE projection SET position = 12", "projection.program", nil),
    ])
    func `names what was tampered with among what is new and those it concerns`(
        _ sql: String, _ invariant: String, _ entry: Int64?
    ) throws {
        let program = try TestProgram.tenEntries()
        try program.reopen(flushing: true)
        try #require(try verified(program).point != nil)
        let replies = try program.execute([
            .sale("n", to: .card(1), order: "9", yen: 1_100), .release("o", JournalPosition(10)),
            .takeBack("p", "1", pieces: 1), .takeBack("q", "2", pieces: nil),
        ])
        #expect(replies.allSatisfy { $0.refusal == nil })
        try program.close(flushing: true)
        #expect(try Engine.verify(path: program.path, sinceLast: true).found.isOK)
        try program.raw { database in
            try database.execute(
                "DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted")
            try database.execute(sql)
        }
        let report = try Engine.verify(path: program.path, sinceLast: true)
        #expect(report.fallback == nil)
        #expect(
            report.found.differences.contains {
                $0.invariant == invariant && (entry == nil || $0.transaction?.number == entry)
            }, "\(report.found.differences)")
    }

    @Test(arguments: Forgery.allCases)
    func `finds forged entries after the point`(_ forgery: Forgery) throws {
        let program = try TestProgram.tenEntries()
        program.now = .tokyo("06-02 06:00")
        if forgery.needsClosedDay { try program.receipt(.close("z", "2026-06-01")) }
        try program.close(flushing: true)
        try #require(try verified(program).point != nil)
        let forged = try forgery.carryOut(on: program)
        let report = try Engine.verify(path: program.path, sinceLast: true)
        #expect(report.fallback == nil)
        #expect(
            report.found.differences.contains {
                $0.invariant == forgery.invariant && $0.transaction == forged.position
            }, "\(report.found.differences)")
    }

    @Test func `goes on over a hold that was captured in part before the point`() throws {
        let program = try TestProgram()
        try program.execute([.join("a", card: .card(1)), .grant("b", to: .card(1), 500)])
        let hold = try program.receipt(.hold("c", .card(1), 300, until: .tokyo("06-20 12:00")))
        for (key, keeps) in [("d", true), ("e", true), ("f", false)] {
            let line = BasketLine(name: "1", quantity: 1, amount: Yen(900), taxRate: 10)
            let sale = Sale(
                member: .card(.card(1)), order: key,
                basket: Basket(lines: [line], amountsIncludeTax: true), redeem: 100,
                hold: hold.entry.position, keepsHold: keeps)
            try program.receipt(.change(key, "purchase.record", .record(sale), channel: "ec"))
            try program.reopen(flushing: true)
            let report = try verified(program, sinceLast: key != "d")
            #expect(report.found.differences == [])
            #expect(report.fallback == nil)
        }
    }
}
