package import PointsCore

/// The database of one program: the journal, what is folded from it, and personal data.
///
/// One process writes; its one connection also writes the log back. Every SQL statement of Meguri's ledger stands in
/// this target.
package final class LedgerStore {
    /// The key that stands beside the database.
    package let secret: SecretKey

    private(set) var database: Database
    /// The file.
    let path: String
    private let lock: LockFile?
    /// Whether a transaction is open that ``begin()`` and ``commit()`` are only part of.
    private var isPartOfTransaction = false
    /// Whether the log, or memory, may still have bytes of what was erased.
    ///
    /// So it is if there is a log at first: a process that ended before it wiped them may have left them there.
    package internal(set) var owesWiping = false
    /// Pages that the log had when it was last written back.
    private var checkpointedPages: Int32 = 0

    /// Opens a database for writing, makes it if there is none, and brings it up to date.
    ///
    /// - Throws: ``StoreError``; the file is unchanged then.
    package init(writing path: String) throws(StoreError) {
        let lock = try LockFile(for: path)
        owesWiping = LockFile.isThere(path + "-wal")
        let database = try Database(path: path, mode: .writing)
        let isNew = try Schema.check(database) == 0
        secret = try SecretKey(for: path, isNew: isNew)
        try LedgerStore.configure(database)
        try Schema.prepare(database, fingerprint: secret.fingerprint)
        try secret.check(in: database)
        try LedgerStore.watchPeople(database)
        self.path = path
        self.lock = lock
        self.database = database
    }

    /// A store for what is folded anew, in a file of its own, over the journal of a database that is only read.
    ///
    /// The file has no name any more once it is open: it goes when the process ends, however it ends.
    ///
    /// - Throws: ``StoreError``
    package init(comparing path: String) throws(StoreError) {
        let reading = try LedgerStore(reading: path)
        secret = reading.secret
        lock = nil
        self.path = path
        database = try Scratch.database(beside: path)
        // Everything happens within the transaction that reads one state of the database.
        isPartOfTransaction = true
    }

    /// Closes the connection and opens another, under the lock that the process holds.
    ///
    /// What a connection has in memory after a failed write or sync may not be what is on disk.
    ///
    /// - Throws: ``StoreError``; the next try may succeed.
    package func reopen() throws(StoreError) {
        // A database in memory stands in while the file is closed.
        let path = path
        database = try Database(path: ":memory:", mode: .writing)
        let reopened = try Database(path: path, mode: .writing)
        try Schema.check(reopened)
        try LedgerStore.configure(reopened)
        try LedgerStore.watchPeople(reopened)
        database = reopened
        checkpointedPages = 0
    }

    private static func configure(_ database: Database) throws(StoreError) {
        try database.execute(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA max_page_count = \(StoreLimits.pagesMax);
            PRAGMA cache_size = -\(StoreLimits.cacheKibibytes);
            """)
    }

    /// Opens a database for reading, beside a writer if there is one.
    ///
    /// - Throws: ``StoreError``
    package init(reading path: String) throws(StoreError) {
        lock = nil
        self.path = path
        database = try Database(path: path, mode: .reading)
        let found = try Schema.check(database)
        guard found == Schema.version else {
            throw .olderVersion(path: path, found: found, supported: Schema.version)
        }
        secret = try SecretKey(for: path, isNew: false)
        try secret.check(in: database)
    }

    // MARK: Transactions

    /// Begins a transaction that writes.
    package func begin() throws(StoreError) {
        guard !isPartOfTransaction else { return }
        try database.statement("BEGIN IMMEDIATE").run()
    }

    /// Makes everything since ``begin()`` durable: when this returns, it is on disk.
    package func commit() throws(StoreError) {
        guard !isPartOfTransaction else { return }
        try database.statement("COMMIT").run()
    }

    /// Gives up everything since ``begin()``.
    package func rollback() {
        guard database.isInTransaction else { return }
        try? database.statement("ROLLBACK").run()
    }

    /// Makes everything that a longer work writes durable at once, or nothing of it.
    package func asOne<Result, Failure>(
        _ body: () throws(Failure) -> Result, _ failure: (StoreError) -> Failure
    ) throws(Failure) -> Result {
        do throws(StoreError) {
            try begin()
        } catch {
            throw failure(error)
        }
        isPartOfTransaction = true
        defer {
            isPartOfTransaction = false
            rollback()
        }
        let result = try body()
        isPartOfTransaction = false
        do throws(StoreError) {
            try commit()
        } catch {
            throw failure(error)
        }
        return result
    }

    /// Pages by which the log has grown since it was last written back.
    package var unwrittenLogPages: Int {
        // A log that was written back whole is begun anew by the next commit.
        let before = database.logPages < checkpointedPages ? 0 : checkpointedPages
        return Int(database.logPages - before)
    }

    /// Writes back as much of the log as no reader needs.
    package func checkpointWhatMayBe() throws(StoreError) {
        checkpointedPages = database.logPages
        try database.statement("PRAGMA wal_checkpoint(PASSIVE)").run()
    }

    /// Writes the whole log back into the database and syncs it.
    ///
    /// - Throws: ``StoreError`` also if a reader keeps part of the log from being written back.
    package func checkpoint() throws(StoreError) {
        let statement = try database.statement("PRAGMA wal_checkpoint(TRUNCATE)")
        defer { statement.reset() }
        guard try statement.step(), statement.integer(0) == 0 else {
            throw .failed(
                code: 5, problem: "a reader holds the log", sql: "PRAGMA wal_checkpoint")
        }
    }

    /// Reads one state of the database throughout, whatever is written meanwhile.
    package func reading<Result>(
        _ body: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        guard !database.isInTransaction else { return try body() }
        try database.statement("BEGIN").run()
        defer { rollback() }
        return try body()
    }

    // MARK: Journal

    /// Appends an entry.
    package func append(_ record: JournalRecord) throws(StoreError) {
        let insert = try database.statement(
            "INSERT INTO journal (position, member, body, hash) VALUES (?, ?, ?, ?)")
        try insert.bind(record.position.number, at: 1)
        try insert.bind(record.member, at: 2)
        try insert.bind(record.body, at: 3)
        try insert.bind(record.hash, at: 4)
        try insert.run()
    }

    /// The entry at a position, if there is one.
    package func record(at position: JournalPosition) throws(StoreError) -> JournalRecord? {
        let select = try database.statement(
            "SELECT position, member, body, hash FROM journal WHERE position = ?")
        try select.bind(position.number, at: 1)
        defer { select.reset() }
        return try select.step() ? LedgerStore.record(select) : nil
    }

    /// The last entry's position.
    package func lastPosition() throws(StoreError) -> JournalPosition {
        JournalPosition(try database.number("SELECT max(position) FROM journal"))
    }

    /// Every entry after a position, through another, of the members in a range, in order.
    package func forEachRecord(
        after position: JournalPosition = .none,
        through last: JournalPosition = JournalPosition(Int64.max),
        members: ClosedRange<Int64> = 0...Int64.max,
        _ body: (JournalRecord) throws(StoreError) -> Void
    ) throws(StoreError) {
        let select = try database.statement(
            """
            SELECT position, member, body, hash FROM journal
            WHERE position > ? AND position <= ? AND member BETWEEN ? AND ? ORDER BY position
            """)
        try select.bind(position.number, at: 1)
        try select.bind(last.number, at: 2)
        try select.bind(members.lowerBound, at: 3)
        try select.bind(members.upperBound, at: 4)
        defer { select.reset() }
        while try select.step() { try body(LedgerStore.record(select)) }
    }

    private static func record(_ row: Statement) -> JournalRecord {
        JournalRecord(
            position: JournalPosition(row.integer(0)), member: row.integer(1),
            body: row.bytes(2), hash: row.bytes(3))
    }

    // MARK: Rules

    /// Keeps the content of a set of rules for ever.
    package func keepRules(hash: [UInt8], content: [UInt8]) throws(StoreError) {
        let insert = try database.statement(
            "INSERT OR IGNORE INTO rulesets (hash, content) VALUES (?, ?)")
        try insert.bind(hash, at: 1)
        try insert.bind(content, at: 2)
        try insert.run()
    }

    /// The content of a set of rules, as it was when it was kept.
    package func rules(hash: [UInt8]) throws(StoreError) -> [UInt8]? {
        let select = try database.statement("SELECT content FROM rulesets WHERE hash = ?")
        try select.bind(hash, at: 1)
        defer { select.reset() }
        guard try select.step() else { return nil }
        let content = select.bytes(0)
        guard SHA256.digest(content) == hash else {
            throw .damaged(
                table: "rulesets",
                problem: "the content kept under \(Hexadecimal.text(of: hash)) has another hash")
        }
        return content
    }
}
