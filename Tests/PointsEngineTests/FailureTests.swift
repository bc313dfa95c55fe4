import PointsCore
import PointsStore
import Testing

@testable import PointsEngine

struct FailureTests {
    /// Where SQLite is made to fail, by real means of SQLite.
    enum Place: CaseIterable {
        /// The third entry of the batch cannot be inserted.
        case entry
        /// Everything is inserted, but the commit fails.
        case commit
        /// The personal data cannot be inserted.
        case identity
    }

    private func broken(_ program: TestProgram, at place: Place) throws {
        let count = try program.entryCount
        switch place {
        case .entry: try program.breakJournal(after: count + 2)
        case .commit: try program.breakCommit()
        case .identity:
            try program.raw { database in
                try database.execute(
                    """
                    CREATE TRIGGER broken BEFORE INSERT ON identities
                    BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END
                    """)
            }
        }
    }

    private let batch: [Command] = [
        .grant("b", to: .card(1), 5), .adjust("c", .card(1), by: -3),
        .sale("d", to: .card(1), order: "1", yen: 1_100), .join("e", card: .card(2)),
    ]

    @Test(arguments: Place.allCases)
    func `acknowledges nothing of a batch that fails and goes on when the cause is gone`(
        place: Place
    ) throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.receipt(.grant("a2", to: .card(1), 100))
        let before = try Snapshot(program.engine)
        try broken(program, at: place)
        for _ in 0..<2 {
            let replies = try program.execute(batch)
            #expect(replies.map { $0.refusal?.code } == batch.map { _ in .storageFailure })
        }
        try program.raw { database in try database.execute("DROP TRIGGER broken") }
        // Nothing of it is seen, and what is asked now is answered.
        #expect(try program.balance(.card(1)).available == 100)
        #expect(try Snapshot(program.engine) == before)
        let again = try program.execute(batch)
        #expect(again.allSatisfy { $0.receipt?.isReplay == false })
        #expect(try program.balance(.card(1)).available == 112)
        #expect(try program.execute(batch).allSatisfy { $0.receipt?.isReplay == true })
        try program.reopen(flushing: false)
        #expect(try program.execute(batch).allSatisfy { $0.receipt?.isReplay == true })
        #expect(try program.verification().differences == [])
    }

    @Test func `answers again when another connection gives up its lock`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let stranger = try Database(path: program.path, mode: .writing)
        try stranger.execute("BEGIN IMMEDIATE")
        let grant = Command.grant("b", to: .card(1), 5)
        #expect(try program.refusal(grant)?.code == .storageFailure)
        try stranger.execute("ROLLBACK")
        #expect(try program.receipt(grant).entry.after.available == 5)
        #expect(try program.receipt(grant).isReplay)
    }

    @Test func `settles by the key a batch that was kept although its answer was a failure`() throws
    {
        let program = try TestProgram()
        // Another process's copy of the file stands for a commit whose sync failed but reached the disk.
        try program.receipt(.join("a", card: .card(1)))
        let first = try program.receipt(.grant("b", to: .card(1), 5))
        let copy = try TestProgram(copying: program)
        let again = try copy.receipt(.grant("b", to: .card(1), 5))
        #expect(again == first.replayed)
        #expect(try copy.balance(.card(1)).available == 5)
    }

    @Test func `loses nothing when rows cannot be flushed`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        try program.raw { database in
            try database.execute(
                """
                CREATE TRIGGER broken BEFORE INSERT ON members
                BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END
                """)
        }
        try program.receipt(.grant("b", to: .card(1), 5))
        let live = try Snapshot(program.engine)
        #expect(throws: StoreError.self) { try program.engine.close() }
        #expect(try program.refusal(.verify)?.code == .storageFailure)
        #expect(try program.number("SELECT count(*) FROM projection") == 0)
        try program.raw { database in try database.execute("DROP TRIGGER broken") }
        #expect(try Snapshot(program.engine) == live)
        #expect(try program.receipt(.grant("b", to: .card(1), 5)).isReplay)
        #expect(try program.verification().differences == [])
    }

    @Test func `closes a day again after its first commit failed`() throws {
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1)), .grant("b", to: .card(1), 50), .hold("c", .card(1), 20),
        ])
        program.now = .tokyo("06-02 06:00")
        try program.breakCommit()
        let close = Command.close("z", "2026-06-01")
        #expect(try program.refusal(close)?.code == .storageFailure)
        try program.raw { database in try database.execute("DROP TRIGGER broken") }
        #expect(try program.balance(.card(1)).held == 0)
        let sealed = try program.receipt(close)
        #expect(!sealed.isReplay)
        #expect(try program.receipt(close) == sealed.replayed)
        #expect(try program.number("SELECT count(*) FROM journal") == 6)
    }

    @Test func `settles a member who has all the points that one may have`() throws {
        let most = Points.max.count
        let program = try TestProgram()
        try program.execute([
            .join("a", card: .card(1)), .grant("b", to: .card(1), most), .hold("c", .card(1), most),
        ])
        // Points that are held count too: they come back when the hold ends.
        #expect(try program.refusal(.grant("d", to: .card(1), 1))?.code == .pointsOutOfRange)
        program.now = .tokyo("06-02 06:00")
        try program.receipt(.close("z", "2026-06-01"))
        #expect(try program.balance(.card(1)).available == most)
        #expect(try program.verification().differences == [])
    }

    @Test func `keeps memory and disk together when a refusal comes after entries`() throws {
        let program = try TestProgram()
        try program.receipt(.join("a", card: .card(1)))
        let before = try Snapshot(program.engine)
        let grant = Command.grant("b", to: .card(1), 5)
        do {
            let engine = try program.engine
            #expect(throws: CommandFailure.self) {
                try engine.committing { () throws(CommandFailure) in
                    _ = try engine.answer(grant)
                    throw .refused(.internalFault("decided halfway"))
                }
            }
        }
        #expect(try program.balance(.card(1)).available == 0)
        #expect(try Snapshot(program.engine) == before)
        #expect(try !program.receipt(grant).isReplay)
        try program.reopen(flushing: false)
        #expect(try program.balance(.card(1)).available == 5)
    }
}
