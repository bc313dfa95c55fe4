import PointsCore
import PointsStore
import TestSupport
import Testing

struct ProjectionRowTests {
    private let day = DayBook(day: CivilDate(dayNumber: 20_000))

    private let released = HoldProgress(status: .released, endedBy: JournalPosition(6))
    private let halfCaptured = HoldProgress(captured: 5)

    private func rows() -> ProjectionRows {
        var rows = ProjectionRows(position: JournalPosition(7), program: ProgramState().record())
        rows.purchases = [(3, [1, 2])]
        rows.days = [(20_000, day.record())]
        rows.holds = [(4, released.record()), (5, halfCaptured.record())]
        rows.orders = [
            (OrderKey(channel: "ec", order: "\u{e9}"), JournalPosition(3)),
            (OrderKey(channel: "ec", order: "e\u{301}"), JournalPosition(6)),
        ]
        rows.keys = [("k", KeyRecord(content: [9], position: JournalPosition(3)))]
        return rows
    }

    @Test func `gives back what was written and nothing else`() throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        #expect(try store.projected().0 == .none)
        try store.project(rows())
        try store.project(rows())
        #expect(try store.projected().0 == JournalPosition(7))
        #expect(try store.purchaseProgress(JournalPosition(3)) == [1, 2])
        #expect(try store.holdProgress(JournalPosition(4)) == released)
        #expect(try store.holdProgress(JournalPosition(5)) == halfCaptured)
        #expect(try store.holdProgress(JournalPosition(6)) == nil)
        #expect(try store.key("k")?.content == [9])
        #expect(try store.key("K") == nil)
        #expect(try store.days() == [day])
        #expect(try store.order(OrderKey(channel: "store", order: "\u{e9}")) == nil)
        // Two spellings of one letter are two order numbers.
        #expect(
            try store.order(OrderKey(channel: "ec", order: "\u{e9}")) == JournalPosition(3))
        #expect(
            try store.order(OrderKey(channel: "ec", order: "e\u{301}")) == JournalPosition(6))
    }

    @Test func `compares order keys by their bytes`() {
        let composed = OrderKey(channel: "ec", order: "\u{e9}")
        let parted = OrderKey(channel: "ec", order: "e\u{301}")
        #expect(composed != parted)
        #expect(parted < composed)
        #expect(Set([composed, parted]).count == 2)
    }

    @Test(arguments: ["members", "days", "projection"])
    func `says in which table a row is damaged`(table: String) throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        try store.project(rows())
        let raw = try RawConnection(folder.database)
        try raw.execute(
            """
            INSERT INTO members (number, body) VALUES (1, x'09');
            UPDATE days SET body = x'09';
            UPDATE projection SET program = x'09'
            """)
        let error = #expect(throws: StoreError.self) {
            switch table {
            case "members": _ = try store.member(1)
            case "days": _ = try store.days()
            default: _ = try store.projected()
            }
        }
        guard case .damaged(let named, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(named == table)
    }

    @Test func `says which entry is damaged`() {
        let record = JournalRecord(
            position: JournalPosition(12), member: 1, body: [9], hash: [])
        let error = #expect(throws: StoreError.self) { _ = try record.entry() }
        #expect(error?.message.contains("entry 12") == true)
    }

    @Test func `keeps identities under one member each`() throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        let claims = [
            IdentityClaim(kind: "email", value: "a\0b"),
            IdentityClaim(kind: "phone", value: "090", isVerified: true),
        ]
        for (claim, entry) in zip(claims, Int64(1)...) {
            try store.keep(claim, of: 5, since: JournalPosition(entry))
        }
        #expect(try store.identities(of: 5) == claims)
        #expect(try store.identities(of: 5, asOf: JournalPosition(1)) == [claims[0]])
        #expect(try store.identities(of: 5, asOf: .none) == [])
        #expect(try store.owner(kind: "email", value: "a\0b")?.member == 5)
        #expect(try store.owner(kind: "email", value: "a") == nil)
        #expect(try store.owner(kind: "phone", value: "a\0b") == nil)
        try store.releaseIdentities(of: 5)
        #expect(try store.identities(of: 5) == [])
        let day = CivilDate(dayNumber: 20_000)
        try store.keepRecognition([1, 2], of: 5, reason: .left, on: day)
        try store.keepRecognition([1, 2], of: 6, reason: .takenOff, on: day)
        #expect(try store.recognised([1, 2])?.member == 6)
        #expect(try store.recognised([1, 2])?.reason == .takenOff)
        #expect(try store.recognised([1]) == nil)
    }

    @Test func `erases the profile of one member`() throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        try store.keepProfile("{}", of: 5)
        try store.keepProfile("{}", of: 6)
        try store.eraseProfile(of: 5)
        try store.eraseProfile(of: 7)
        let raw = try RawConnection(folder.database)
        #expect(try raw.number("SELECT count(*) FROM profiles") == 1)
        #expect(try raw.number("SELECT member FROM profiles") == 6)
    }

    @Test func `keeps the first content under a hash of rules`() throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        let hash = SHA256.digest([1, 1])
        try store.keepRules(hash: hash, content: [1, 1])
        try store.keepRules(hash: hash, content: [2, 2])
        #expect(try store.rules(hash: hash) == [1, 1])
        #expect(try store.rules(hash: [2]) == nil)
    }

    @Test
    func `rules that were changed in the file are not read`() throws {
        let folder = try TemporaryFolder()
        let store = try LedgerStore(writing: folder.database)
        let hash = SHA256.digest([1, 1])
        try store.keepRules(hash: hash, content: [1, 1])
        let raw = try RawConnection(folder.database)
        for change in ["UPDATE rulesets SET content = x'00'", "DELETE FROM rulesets"] {
            #expect(throws: (any Error).self) { try raw.execute(change) }
        }
        try raw.execute("DROP TRIGGER rulesets_are_never_updated")
        try raw.execute("UPDATE rulesets SET content = x'00'")
        #expect(throws: StoreError.self) { try store.rules(hash: hash) }
    }
}
