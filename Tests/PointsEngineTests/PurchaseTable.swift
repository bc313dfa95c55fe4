import PointsCore
import PointsEngine
import PointsStore
import TestSupport
import Testing

/// The export of purchases in a database of its own, and what a stranger makes of it with SQL alone.
struct PurchaseTable {
    private let folder: TemporaryFolder
    private let database: Database

    /// How one member's purchases in one channel stand.
    struct Figures: Hashable {
        let frequency: Int64
        let spend: Int64
        let paid: Int64
        let first: String
        let last: String
        /// Purchases and spend of the last 90 and of the last 365 days.
        let recent: [Int64]
    }

    /// Whose purchases, and where.
    struct Key: Hashable {
        let member: String
        let channel: String
    }

    init(of program: TestProgram) throws {
        folder = try TemporaryFolder()
        database = try Database(path: folder.path + "/purchases.db", mode: .writing)
        var text = ""
        let request = ExportRequest(format: .purchases, readRules: CheckRules.read)
        try Engine.export(path: program.path, request) { piece in
            text += piece
            return true
        }
        let lines = text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        try database.execute(
            "CREATE TABLE rows (\(header.map { "\"\($0)\"" }.joined(separator: ", "))); BEGIN")
        let insert = try database.statement(
            """
            INSERT INTO rows VALUES
                (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        for cells in lines.dropFirst() {
            for (index, cell) in cells.enumerated() { try insert.bind(cell, at: Int32(index + 1)) }
            try insert.run()
        }
        try database.execute("COMMIT")
    }

    var rows: Int64 {
        get throws { try database.number("SELECT count(*) FROM rows") }
    }

    /// Purchases that were sold on another day than the column says; the day begins at five.
    var soldOnOtherDays: Int64 {
        get throws {
            try database.number(
                """
                SELECT count(*) FROM rows WHERE purchase <> ''
                AND soldOn <> date(replace(substr(soldAt, 1, 19), 'T', ' '), '-5 hours')
                """)
        }
    }

    /// A purchase stands while it is neither voided nor wholly returned; the last row says how it stands.
    func figures(seenOn day: CivilDate) throws -> [Key: Figures] {
        let query = try database.statement(
            """
            WITH latest AS (
                SELECT *, row_number() OVER (
                    PARTITION BY purchase ORDER BY CAST(substr("transaction", 3) AS INTEGER) DESC
                ) AS place
                FROM rows WHERE purchase <> '' AND member <> ''
            ),
            bought AS (
                SELECT member, channel, 1 AS purchases, total, payable,
                    date(replace(substr(soldAt, 1, 19), 'T', ' '), '-5 hours') AS day
                FROM latest WHERE place = 1 AND status NOT IN ('voided', 'returned')
                UNION ALL
                SELECT member, channel, 0, total, payable,
                    date(replace(substr(occurredAt, 1, 19), 'T', ' '), '-5 hours')
                FROM rows WHERE type = 'purchase.returnWithoutReceipt'
            )
            SELECT member, channel, sum(purchases), sum(total), sum(payable),
                coalesce(min(CASE purchases WHEN 1 THEN day END), ''),
                coalesce(max(CASE purchases WHEN 1 THEN day END), ''),
                sum(CASE WHEN day > date(?1, '-90 days') THEN purchases ELSE 0 END),
                sum(CASE WHEN day > date(?1, '-90 days') THEN total ELSE 0 END),
                sum(CASE WHEN day > date(?1, '-365 days') THEN purchases ELSE 0 END),
                sum(CASE WHEN day > date(?1, '-365 days') THEN total ELSE 0 END)
            FROM bought GROUP BY member, channel
            """)
        try query.bind(day.description, at: 1)
        defer { query.reset() }
        var found: [Key: Figures] = [:]
        while try query.step() {
            found[Key(member: query.text(0), channel: query.text(1))] = Figures(
                frequency: query.integer(2), spend: query.integer(3), paid: query.integer(4),
                first: query.text(5), last: query.text(6),
                recent: (7...10).map { query.integer(Int32($0)) })
        }
        return found
    }
}
