import PointsCore
import PointsEngine
import PointsStore
import Testing

struct ProjectionTests {
    @Test(arguments: [UInt64](1...6))
    func `knows the same live and after a crash and after a flush and folded anew`(
        seed: UInt64
    ) throws {
        let program = try TestProgram(seed.isMultiple(of: 2) ? CheckRules.lateConfirmation : [:])
        var history = RandomHistory(seed: seed)
        for _ in 0..<3 {
            try history.run(on: program, batches: 12)
            let live = try Snapshot(program.engine)
            #expect(live.position.number > 1)

            let crashed = try TestProgram(copying: program)
            #expect(try Snapshot(crashed.engine) == live, "seed \(seed)")

            let folded = try TestProgram(copying: program) { database in
                for table in [
                    "projection", "members", "purchases", "holds", "days", "orders", "keys",
                ] { try database.execute("DELETE FROM \(table)") }
            }
            #expect(try Snapshot(folded.engine) == live, "seed \(seed)")

            try program.reopen(flushing: true)
            #expect(try Snapshot(program.engine) == live, "seed \(seed)")
        }
        #expect(try program.verification().differences == [], "seed \(seed)")
    }

    @Test func `refuses a journal that does not follow`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 5))
        #expect(throws: EngineError.self) {
            _ = try TestProgram(copying: program) { database in
                try database.execute("DROP TRIGGER journal_is_never_deleted")
                try database.execute("DELETE FROM journal WHERE position = 2")
            }
        }
    }

    @Test func `refuses an unflushed entry whose bytes were changed`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("b", to: .card(1), 5))
        let broken = EngineError.journal(
            JournalPosition(3), .hashBroken(JournalPosition(3)))
        #expect(throws: broken) {
            _ = try TestProgram(copying: program) { database in
                try database.execute("DROP TRIGGER journal_is_never_updated")
                try database.execute("UPDATE journal SET hash = zeroblob(32) WHERE position = 3")
            }
        }
    }
}
