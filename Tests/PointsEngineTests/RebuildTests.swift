import PointsCore
import PointsEngine
import PointsStore
import Testing

struct RebuildTests {
    /// Every table of projections, with something done to it.
    static let changes = [
        "UPDATE members SET body = (SELECT body FROM members WHERE number = 2) WHERE number = 1",
        "DELETE FROM members WHERE number = 2",
        "INSERT INTO members (number, body) VALUES (3, x'00')",
        "UPDATE purchases SET body = x'01'", "DELETE FROM purchases",
        "UPDATE holds SET body = x'00'", "INSERT INTO holds VALUES (10, x'00')",
        "UPDATE orders SET position = 6 WHERE \"order\" = '1'",
        "INSERT INTO orders VALUES ('aaa', '1', 5)",
        "UPDATE keys SET content = zeroblob(16) WHERE key = 'b'",
        "DELETE FROM keys WHERE key = 'i'",
        "UPDATE days SET body = x'00'", "DELETE FROM days",
        "UPDATE projection SET program = x'00'",
    ]

    @Test(arguments: changes)
    func `names the row that differs, and mends it`(_ sql: String) throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil)
        try program.raw { try $0.execute(sql) }
        let words = sql.split(separator: " ")
        let table = words[0] == "UPDATE" ? words[1] : words[2]
        let difference = try #require(try Engine.compare(path: program.path).difference)
        #expect(difference.table.rawValue == table)
        #expect(difference.text.hasPrefix("\(table) "))
        #expect(difference.journal != difference.kept)
        // A position that cannot be read is no finding but a failure.
        #expect((try? Engine.verify(path: program.path).found.isOK) != true)

        #expect(try Engine.rebuild(path: program.path) == 10)
        #expect(try Engine.compare(path: program.path).difference == nil)
        #expect(try Engine.verify(path: program.path).found.differences == [])
    }

    @Test func `says what the journal says and what the table has`() throws {
        let program = try TestProgram.tenEntries()
        try program.close(flushing: true)
        try program.raw { database in
            try database.execute("UPDATE holds SET body = x'00' WHERE position = 6")
        }
        let released = HoldProgress(status: .released, endedBy: JournalPosition(7))
        let says =
            "released with 0 captured (x'\(Hexadecimal.text(of: released.record()))')"
        #expect(
            try Engine.compare(path: program.path).difference?.text
                == "holds 6: the journal says \(says); the table has x'00'.")
        try program.raw { try $0.execute("DELETE FROM holds") }
        #expect(
            try Engine.compare(path: program.path).difference?.text
                == "holds 6: the journal says \(says); the table has no such row.")
    }

    @Test func `compares beside a writer whose last entries are not flushed`() throws {
        let program = try TestProgram.tenEntries()
        try program.reopen(flushing: true)
        try program.receipt(.grant("z", to: .card(1), 5))
        let compared = try Engine.compare(path: program.path)
        #expect(compared.difference == nil)
        #expect(compared.position == 10)
        #expect(throws: EngineError.store(.locked(path: program.path))) {
            try Engine.rebuild(path: program.path)
        }
    }

    @Test(arguments: [UInt64](1...4))
    func `gives what the live fold gave`(seed: UInt64) throws {
        let program = try TestProgram()
        var history = RandomHistory(seed: seed)
        try history.run(on: program, batches: 30)
        let live = try Snapshot(program.engine)
        try program.close(flushing: true)
        #expect(try Engine.compare(path: program.path).difference == nil, "seed \(seed)")
        #expect(try Engine.rebuild(path: program.path) == live.position.number)
        try program.open()
        #expect(try Snapshot(program.engine) == live, "seed \(seed)")
    }

    @Test func `changes nothing for a journal that does not follow, and says where`() throws {
        let program = try TestProgram.tenEntries()
        let live = try Snapshot(program.engine)
        try program.close(flushing: true)
        try program.raw { try Tampering.hashOfEntry.carryOut(on: $0) }
        let broken = EngineError.journal(JournalPosition(3), .hashBroken(JournalPosition(3)))
        #expect(throws: broken) { try Engine.rebuild(path: program.path) }
        #expect(throws: broken) { try Engine.compare(path: program.path) }
        try program.open()
        #expect(try Snapshot(program.engine) == live)
    }
}
