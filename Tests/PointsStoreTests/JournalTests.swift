import PointsCore
import PointsStore
import TestSupport
import Testing

struct JournalTests {
    private func store(in folder: TemporaryFolder, entries: Int64) throws -> LedgerStore {
        let store = try LedgerStore(writing: folder.database)
        for number in 0..<entries {
            try store.append(record(number + 1, member: number % 3))
        }
        return store
    }

    private func record(_ number: Int64, member: Int64) -> JournalRecord {
        JournalRecord(
            position: JournalPosition(number), member: member, body: [UInt8(number)],
            hash: [UInt8](repeating: UInt8(number), count: 32))
    }

    @Test(arguments: [
        "UPDATE journal SET body = x'00' WHERE position = 2",
        "UPDATE journal SET position = 9 WHERE position = 2",
        "UPDATE journal SET member = member",
        "UPDATE OR IGNORE journal SET body = x'00'",
        "DELETE FROM journal WHERE position = 3",
        "DELETE FROM journal",
        "INSERT INTO journal VALUES (2, 1, x'00', zeroblob(32))",
        "INSERT INTO journal VALUES (9, 1, x'00', zeroblob(31))",
        "INSERT INTO journal VALUES (9, 1, NULL, zeroblob(32))",
        "INSERT INTO journal VALUES (9, 1, 'text', zeroblob(32))",
        "INSERT INTO journal (position, member, body) VALUES (9, 1, x'00')",
        "REPLACE INTO journal VALUES (2, 1, x'00', zeroblob(32))",
        "INSERT OR REPLACE INTO journal VALUES (2, 1, x'00', zeroblob(32))",
        "UPDATE OR REPLACE journal SET position = 1 WHERE position = 2",
    ])
    func `is changed by nobody with any connection`(sql: String) throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder, entries: 3)
        let raw = try RawConnection(folder.database)
        #expect(throws: RawConnection.Problem.self) { try raw.execute(sql) }
        for number in Int64(1)...3 {
            #expect(
                try store.record(at: JournalPosition(number))
                    == record(number, member: (number - 1) % 3))
        }
        #expect(try raw.number("SELECT count(*) FROM journal") == 3)
    }

    @Test func `gives entries in order from a place and of members`() throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder, entries: 9)
        func numbers(
            after position: Int64, _ members: ClosedRange<Int64> = 0...Int64.max
        ) throws -> [Int64] {
            var numbers: [Int64] = []
            try store.forEachRecord(
                after: JournalPosition(position), members: members
            ) { record throws(StoreError) in numbers.append(record.position.number) }
            return numbers
        }
        #expect(try numbers(after: 0) == Array(1...9))
        #expect(try numbers(after: 7) == [8, 9])
        #expect(try numbers(after: 9) == [])
        #expect(try numbers(after: Int64.max) == [])
        #expect(try numbers(after: Int64.min) == Array(1...9))
        #expect(try numbers(after: 0, 1...1) == [2, 5, 8])
        #expect(try numbers(after: 2, 1...2) == [3, 5, 6, 8, 9])
    }

    @Test(arguments: [0, -1, 4, Int64.max, Int64.min])
    func `has nothing at a place that is none`(position: Int64) throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder, entries: 3)
        let place = JournalPosition(position)
        #expect(try store.record(at: place) == nil)
        #expect(try store.purchaseProgress(place) == nil)
        #expect(try store.holdProgress(place) == nil)
        #expect(try store.member(position) == nil)
    }

    @Test func `gives up what was not committed`() throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder, entries: 1)
        try store.begin()
        try store.append(record(2, member: 1))
        try store.keep(IdentityClaim(kind: "email", value: "a"), of: 1, since: JournalPosition(1))
        #expect(try RawConnection(folder.database).number("SELECT count(*) FROM journal") == 1)
        store.rollback()
        store.rollback()
        #expect(try store.lastPosition() == JournalPosition(1))
        #expect(try store.owner(kind: "email", value: "a") == nil)
        try store.begin()
        try store.append(record(2, member: 1))
        try store.commit()
        #expect(try RawConnection(folder.database).number("SELECT count(*) FROM journal") == 2)
    }

    @Test func `reads one state throughout while another writes`() throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder, entries: 1)
        let reader = try LedgerStore(reading: folder.database)
        try reader.reading { () throws(StoreError) in
            let before = try reader.lastPosition()
            try store.append(record(2, member: 1))
            let after = try reader.lastPosition()
            #expect(before == after)
        }
        #expect(try reader.lastPosition() == JournalPosition(2))
        #expect(throws: StoreError.self) { try reader.append(record(3, member: 1)) }
    }

    @Test func `hides bound values in what it says of a failure`() throws {
        let folder = try TemporaryFolder()
        let store = try store(in: folder, entries: 1)
        let claim = IdentityClaim(kind: "email", value: "taro@example.jp")
        try store.keep(claim, of: 1, since: JournalPosition(1))
        let error = #expect(throws: StoreError.self) {
            try store.keep(claim, of: 2, since: JournalPosition(1))
        }
        #expect(error?.message.contains("taro") == false)
        #expect(error?.message.contains("INSERT INTO identities") == true)
        // The statement can be used again after its failure.
        try store.keep(
            IdentityClaim(kind: "email", value: "hana@example.jp"), of: 2, since: JournalPosition(1)
        )
        #expect(try store.owner(kind: "email", value: "hana@example.jp")?.member == 2)
    }
}
