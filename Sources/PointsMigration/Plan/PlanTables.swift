internal import PointsCore
internal import PointsStore

/// The tables of `plan.db`, for a person with `sqlite3` too.
enum PlanTables {
    /// Marks the file as a plan: "Mpln" in ASCII.
    static let applicationID: Int64 = 0x4d70_6c6e
    /// The version of the tables.
    static let version: Int64 = 1

    static let schema = """
        CREATE TABLE plan (
            one INTEGER PRIMARY KEY CHECK (one = 1), program TEXT NOT NULL, journal BLOB NOT NULL,
            rules BLOB NOT NULL, day TEXT NOT NULL, occurred_at INTEGER NOT NULL,
            balances TEXT NOT NULL, hash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE files (
            source INTEGER NOT NULL, file INTEGER NOT NULL, name TEXT NOT NULL, channel TEXT NOT NULL,
            path TEXT NOT NULL, sha256 TEXT NOT NULL, rows INTEGER NOT NULL,
            positive INTEGER NOT NULL, negative INTEGER NOT NULL, PRIMARY KEY (source, file)
        ) STRICT;
        CREATE TABLE rows (
            number INTEGER PRIMARY KEY, source INTEGER NOT NULL, file INTEGER NOT NULL,
            record INTEGER NOT NULL, line INTEGER NOT NULL, fate TEXT NOT NULL, reason TEXT NOT NULL,
            outcome TEXT NOT NULL, person INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
            cell TEXT NOT NULL, points INTEGER, moved INTEGER NOT NULL, expires TEXT NOT NULL,
            class TEXT NOT NULL, company TEXT NOT NULL, command BLOB NOT NULL
        ) STRICT;
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """

    /// Whether a file is a plan of this version.
    static func isPlan(_ path: String) -> Bool {
        guard let database = try? Database(path: path, mode: .reading) else { return false }
        return (try? database.number("PRAGMA application_id")) == applicationID
            && (try? database.number("PRAGMA user_version")) == version
    }
}

// MARK: - The head

extension PlanTables {
    static func insert(
        _ head: PlanHead, hash: PlanHash, into database: Database
    ) throws(StoreError) {
        let plan = try database.statement("INSERT INTO plan VALUES (1, ?, ?, ?, ?, ?, ?, ?)")
        try plan.bind(head.program, at: 1)
        try plan.bind(head.journal, at: 2)
        try plan.bind(head.rules, at: 3)
        try plan.bind(head.day.description, at: 4)
        try plan.bind(head.occurredAt.milliseconds, at: 5)
        try plan.bind(head.balances.rawValue, at: 6)
        try plan.bind(hash.bytes, at: 7)
        try plan.run()
        let insert = try database.statement("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for file in head.files {
            try insert.bind(Int64(file.source), at: 1)
            try insert.bind(Int64(file.file), at: 2)
            try insert.bind(file.sourceName, at: 3)
            try insert.bind(file.channel ?? "", at: 4)
            try insert.bind(file.path, at: 5)
            try insert.bind(file.sha256, at: 6)
            try insert.bind(Int64(file.rows), at: 7)
            try insert.bind(file.positive, at: 8)
            try insert.bind(file.negative, at: 9)
            try insert.run()
        }
    }

    static func head(in database: Database) throws(StoreError) -> (PlanHead, PlanHash) {
        let files = try files(in: database)
        let plan = try database.statement(
            "SELECT program, journal, rules, day, occurred_at, balances, hash FROM plan")
        defer { plan.reset() }
        guard try plan.step(), let day = CivilDate(plan.text(3)),
            let balances = BalancePolicy(rawValue: plan.text(5))
        else { throw .damaged(table: "plan", problem: "it says nothing") }
        let head = PlanHead(
            program: plan.text(0), journal: plan.bytes(1), rules: plan.bytes(2), day: day,
            occurredAt: Instant(milliseconds: plan.integer(4)), balances: balances, files: files)
        return (head, PlanHash(bytes: plan.bytes(6)))
    }

    private static func files(in database: Database) throws(StoreError) -> [PlannedFile] {
        let select = try database.statement(
            """
            SELECT source, file, name, channel, path, sha256, rows, positive, negative FROM files
            ORDER BY source, file
            """)
        var files: [PlannedFile] = []
        while try select.step() {
            let channel = select.text(3)
            files.append(
                PlannedFile(
                    source: Int(select.integer(0)), file: Int(select.integer(1)),
                    sourceName: select.text(2), channel: channel.isEmpty ? nil : channel,
                    path: select.text(4), sha256: select.text(5), rows: Int(select.integer(6)),
                    positive: select.integer(7), negative: select.integer(8)))
        }
        return files
    }
}
