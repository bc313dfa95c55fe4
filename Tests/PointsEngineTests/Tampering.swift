import PointsStore

@testable import PointsCore

/// What somebody with the file and a SQLite shell may do to it, and what verification is to call it.
enum Tampering: String, CaseIterable, CustomStringConvertible {
    case bodyOfEntry = "a letter in the reason of an entry"
    case formOfEntry = "the first byte of an entry"
    case hashOfEntry = "the hash of an entry"
    case swappedEntries = "two entries in each other's place"
    case missingEntry = "an entry that is gone"
    case missingLastEntry = "the last entry gone"
    case copiedEntry = "an entry added twice"
    case changedMember = "a member's row changed"
    case changedFigures = "what a member bought changed"
    case missingMember = "a member's row gone"
    case garbledMember = "a member's row that cannot be read"
    case missingOrder = "an order number gone"
    case missingAnonymousOrder = "the order number of an anonymous sale gone"
    case missingKey = "a key gone"
    case changedKey = "a key that leads to another entry"
    case changedDay = "a day's totals changed"
    case missingDay = "a day's totals gone"
    case missingPurchase = "a purchase's progress gone"
    case missingHold = "a hold's end gone"
    case projectionAhead = "rows of a later position than they say"
    case missingAnonymousKey = "the key of an anonymous sale gone"
    case inventedKey = "a key of no entry"
    case inventedOrder = "an order number of no purchase"
    case inventedHold = "an open hold ended"
    case inventedMember = "a member's row of nobody"
    case postponedExpiry = "the day on which a member's lots end put off"
    case postponedReview = "a day on which a member's rank is reviewed"
    case inventedEntry = "an entry of a member who never joined"
    case garbledDay = "a day's totals that cannot be read"
    case changedKeyContent = "a key with another command's content"
    case changedHold = "a hold that ended otherwise"
    case negativeMember = "an entry given to a member below zero"
    case inventedPurchase = "progress of a purchase that has none"

    var description: String { rawValue }

    /// The invariant, and the entry that verification names.
    var finding: (invariant: String, entry: Int64?) {
        switch self {
        case .bodyOfEntry, .hashOfEntry: ("chain.hash", 3)
        case .formOfEntry: ("journal.bytes", 3)
        case .swappedEntries: ("journal.row", 3)
        case .missingEntry: ("journal.order", 4)
        case .copiedEntry: ("journal.row", 11)
        case .missingLastEntry, .changedMember, .changedFigures, .missingMember, .garbledMember,
            .inventedMember, .postponedExpiry, .postponedReview:
            ("projection.members", nil)
        case .missingOrder: ("projection.orders", 5)
        case .missingAnonymousOrder: ("projection.orders", 8)
        case .missingAnonymousKey: ("projection.keys", 8)
        case .missingKey, .changedKey, .changedKeyContent: ("projection.keys", 3)
        case .negativeMember: ("journal.row", 3)
        case .changedDay, .missingDay, .garbledDay: ("projection.days", nil)
        case .missingPurchase: ("projection.purchases", 5)
        case .missingHold, .changedHold: ("projection.holds", 7)
        case .projectionAhead: ("projection.program", nil)
        case .inventedKey: ("projection.keys", nil)
        case .inventedOrder: ("projection.orders", nil)
        case .inventedHold: ("projection.holds", nil)
        case .inventedPurchase: ("projection.purchases", nil)
        case .inventedEntry: ("member", 11)
        }
    }

    func carryOut(on database: Database) throws {
        try database.execute(
            "DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted")
        switch self {
        case .bodyOfEntry:
            try change(database, "body") { body in
                let reason = Array("test".utf8)
                let place = body.indices.first { body[$0...].starts(with: reason) }
                if let place { body[place] = UInt8(ascii: "T") }
            }
        case .formOfEntry: try change(database, "body") { $0[0] = 9 }
        case .hashOfEntry: try change(database, "hash") { $0[31] ^= 1 }
        case .inventedEntry: try invent(on: database)
        case .changedFigures: try changeFigures(on: database)
        case .changedDay: try changeDay(on: database)
        default: try database.execute(sql)
        }
    }

    private var sql: String {
        switch self {
        case .swappedEntries:
            """
            CREATE TABLE two AS SELECT * FROM journal WHERE position IN (3, 5);
            UPDATE journal SET (body, hash) = (SELECT body, hash FROM two
                WHERE two.position = 8 - journal.position) WHERE position IN (3, 5)
            """
        case .missingEntry: "DELETE FROM journal WHERE position = 3"
        case .missingLastEntry: "DELETE FROM journal WHERE position = 10"
        case .copiedEntry:
            "INSERT INTO journal SELECT 11, member, body, hash FROM journal WHERE position = 3"
        case .changedMember:
            "UPDATE members SET body = (SELECT body FROM members WHERE number = 2) WHERE number = 1"
        case .missingMember: "DELETE FROM members WHERE number = 1"
        case .garbledMember: "UPDATE members SET body = x'00' WHERE number = 1"
        case .missingOrder: "DELETE FROM orders WHERE \"order\" = '1'"
        case .missingAnonymousOrder: "DELETE FROM orders WHERE \"order\" = '2'"
        case .missingKey: "DELETE FROM keys WHERE key = 'b'"
        case .missingAnonymousKey: "DELETE FROM keys WHERE key = 'g'"
        case .changedKey: "UPDATE keys SET position = 9 WHERE key = 'b'"
        case .changedKeyContent: "UPDATE keys SET content = zeroblob(16) WHERE key = 'b'"
        case .changedHold: "UPDATE holds SET body = x'00'"
        case .negativeMember: "UPDATE journal SET member = -1 WHERE position = 3"
        case .missingDay: "DELETE FROM days"
        case .garbledDay: "UPDATE days SET body = x'00'"
        case .missingPurchase: "DELETE FROM purchases"
        case .missingHold: "DELETE FROM holds"
        case .projectionAhead: "UPDATE projection SET position = 4"
        case .inventedKey: "INSERT INTO keys VALUES ('x', zeroblob(16), 3)"
        case .inventedOrder: "INSERT INTO orders VALUES ('store', 'x', 3)"
        case .inventedPurchase:
            "INSERT INTO purchases SELECT 8, body FROM purchases WHERE position = 5"
        case .inventedHold: "INSERT INTO holds VALUES (10, x'00')"
        case .inventedMember:
            "INSERT INTO members (number, body) SELECT 99, body FROM members WHERE number = 1"
        case .postponedExpiry: "UPDATE members SET lots_end_on = 99999 WHERE number = 1"
        case .postponedReview: "UPDATE members SET tier_ends_on = 99999 WHERE number = 1"
        case .bodyOfEntry, .formOfEntry, .hashOfEntry, .inventedEntry, .changedDay,
            .changedFigures:
            ""
        }
    }

    private func change(
        _ database: Database, _ column: StaticString, _ change: (inout [UInt8]) -> Void
    ) throws {
        let isBody = column.description == "body"
        let select = try database.statement("SELECT body, hash FROM journal WHERE position = 3")
        guard try select.step() else { return }
        var bytes = select.bytes(isBody ? 0 : 1)
        select.reset()
        change(&bytes)
        let update = try database.statement(
            isBody
                ? "UPDATE journal SET body = ? WHERE position = 3"
                : "UPDATE journal SET hash = ? WHERE position = 3")
        try update.bind(bytes, at: 1)
        try update.run()
    }

    /// The last byte of the day's hash; a zero follows it, which says that the day is not sealed.
    private func changeDay(on database: Database) throws {
        let select = try database.statement("SELECT body FROM days")
        guard try select.step() else { return }
        var bytes = select.bytes(0)
        select.reset()
        bytes[bytes.count - 2] ^= 1
        let update = try database.statement("UPDATE days SET body = ?")
        try update.bind(bytes, at: 1)
        try update.run()
    }

    /// A member who bought for a yen more than the journal says.
    private func changeFigures(on database: Database) throws {
        let select = try database.statement("SELECT body FROM members WHERE number = 1")
        guard try select.step() else { return }
        var member = try Member(record: select.bytes(0))
        select.reset()
        let more = ValueChange(
            channel: "store", day: .day("2026-06-01"), figures: ValueFigures(spend: 1, paid: 1))
        if let more { member.value.add(more) }
        let update = try database.statement("UPDATE members SET body = ? WHERE number = 1")
        try update.bind(member.record(), at: 1)
        try update.run()
    }

    /// A gift to member 99, whom nobody knows, in bytes that are in order.
    private func invent(on database: Database) throws {
        let entry = Entry(
            position: JournalPosition(11), member: 99, previous: .none,
            cause: Cause(
                command: "points.grant", idempotencyKey: "x", contentHash: [],
                ruleset: JournalPosition(1), occurredAt: .noon, recordedAt: .noon,
                businessDay: .day("2026-06-01")),
            event: .granted(reason: "x"), postings: [], after: Balance())
        let insert = try database.statement("INSERT INTO journal VALUES (11, 99, ?, zeroblob(32))")
        try insert.bind(entry.record(), at: 1)
        try insert.run()
    }
}

// MARK: - Found

extension Tampering {
    func isNamed(by difference: Verification.Difference) -> Bool {
        difference.invariant == finding.invariant
            && difference.transaction?.number == finding.entry
    }
}
