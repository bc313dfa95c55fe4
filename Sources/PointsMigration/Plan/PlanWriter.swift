internal import PointsCore
internal import PointsStore

/// Writes `plan.db`, hashing what it writes.
final class PlanWriter {
    private let database: Database
    private let head: PlanHead
    private var digest: PlanDigest

    /// Begins a plan in a file that is not there yet.
    ///
    /// - Throws: ``StoreError``
    init(path: String, head: PlanHead) throws(StoreError) {
        database = try Database(path: path, mode: .writing)
        self.head = head
        digest = PlanDigest(head)
        // The file gets its name when it is whole; before that nothing in it is worth a journal.
        try database.execute("PRAGMA journal_mode = OFF")
        try database.execute(PlanTables.schema)
        try database.execute("BEGIN")
    }
}

// MARK: - Writing

extension PlanWriter {
    func append(_ row: PlannedRow) throws(StoreError) {
        digest.add(row)
        let insert = try database.statement(
            """
            INSERT INTO rows (source, file, record, line, fate, reason, outcome, person, kind,
                value, cell, points, moved, expires, class, company, command)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try insert.bind(Int64(row.key.source), at: 1)
        try insert.bind(Int64(row.key.file), at: 2)
        try insert.bind(Int64(row.key.record), at: 3)
        try insert.bind(Int64(row.line), at: 4)
        try insert.bind(row.fate.rawValue, at: 5)
        try insert.bind(row.reason, at: 6)
        try insert.bind(row.outcome.rawValue, at: 7)
        try insert.bind(Int64(row.person ?? 0), at: 8)
        try insert.bind(row.identity?.kind ?? "", at: 9)
        try insert.bind(row.identity?.value ?? "", at: 10)
        try insert.bind(row.cell, at: 11)
        // What is not bound is NULL.
        if let points = row.points { try insert.bind(points, at: 12) }
        try insert.bind(row.moved, at: 13)
        try insert.bind(row.expiresOn?.description ?? "", at: 14)
        try insert.bind(row.pointClass, at: 15)
        try insert.bind(row.company, at: 16)
        try insert.bind(row.command, at: 17)
        try insert.run()
    }

    /// Ends the plan and makes it durable.
    func finish() throws(StoreError) -> PlanHash {
        let hash = digest.hash
        try PlanTables.insert(head, hash: hash, into: database)
        try database.execute("COMMIT")
        return hash
    }
}
