internal import CSQLite

/// The tables, and the steps by which an older file gets them.
///
/// `Documentation/storage.md` describes each.
enum Schema {
    /// Marks the file as Meguri's: "Megu" in ASCII.
    static let applicationID: Int64 = 0x4d65_6775
    /// The version that this program writes.
    static let version = Int64(steps.count)

    /// Step *n* brings a file from version *n* to *n* + 1.
    static let steps: [String] = [
        """
        CREATE TABLE journal (
            position INTEGER PRIMARY KEY,
            member INTEGER NOT NULL,
            body BLOB NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal
        WHEN EXISTS (SELECT 1 FROM journal WHERE position = NEW.position)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TABLE secret (
            one INTEGER PRIMARY KEY CHECK (one = 1), fingerprint BLOB NOT NULL
        ) STRICT;
        CREATE TABLE rulesets (hash BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TRIGGER rulesets_are_never_updated BEFORE UPDATE ON rulesets
        BEGIN SELECT RAISE(ABORT, 'the rules of a sale are kept as they were'); END;
        CREATE TRIGGER rulesets_are_never_deleted BEFORE DELETE ON rulesets
        BEGIN SELECT RAISE(ABORT, 'the rules of a sale are kept as they were'); END;

        CREATE TABLE members (
            number INTEGER PRIMARY KEY, lots_end_on INTEGER, settles_at INTEGER, left_at INTEGER,
            tier_ends_on INTEGER, body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE purchases (position INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        CREATE TABLE holds (position INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        CREATE TABLE days (day INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        CREATE TABLE orders (
            channel TEXT NOT NULL, "order" TEXT NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (channel, "order")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE keys (
            key TEXT PRIMARY KEY, content BLOB NOT NULL, position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE projection (
            one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL, program BLOB NOT NULL
        ) STRICT;

        CREATE TABLE identities (
            kind TEXT NOT NULL, value TEXT NOT NULL, member INTEGER NOT NULL,
            verified INTEGER NOT NULL, since INTEGER NOT NULL, blocked_at INTEGER,
            brought_by INTEGER NOT NULL,
            PRIMARY KEY (kind, value)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX identities_by_member ON identities (member);
        CREATE TABLE profiles (member INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
        CREATE TABLE consent_evidence (
            position INTEGER PRIMARY KEY, member INTEGER NOT NULL, place TEXT, text TEXT,
            form TEXT, ip TEXT, browser TEXT, note TEXT
        ) STRICT;
        CREATE INDEX consent_evidence_by_member ON consent_evidence (member);
        CREATE TABLE recognitions (
            hash BLOB PRIMARY KEY, member INTEGER NOT NULL, reason INTEGER NOT NULL,
            day INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX recognitions_by_member ON recognitions (member);
        CREATE INDEX recognitions_by_day ON recognitions (day);
        CREATE TABLE search_terms (
            kind INTEGER NOT NULL, term TEXT NOT NULL, member INTEGER NOT NULL,
            PRIMARY KEY (kind, term, member)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX search_terms_by_member ON search_terms (member);

        CREATE TABLE audit (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, method TEXT NOT NULL, key TEXT NOT NULL,
            unmasked INTEGER NOT NULL, members TEXT NOT NULL, shown INTEGER NOT NULL,
            channel TEXT, store TEXT, terminal TEXT, actor TEXT
        ) STRICT;
        CREATE INDEX audit_by_time ON audit (at);
        CREATE TABLE audited (
            member INTEGER NOT NULL, look INTEGER NOT NULL, PRIMARY KEY (member, look)
        ) STRICT, WITHOUT ROWID;
        """
    ]

    /// Brings a file up to this program's version.
    ///
    /// - Throws: ``StoreError/newerVersion(path:found:supported:)``, ``StoreError/notMeguri(path:)``
    static func prepare(
        _ database: Database, fingerprint: [UInt8]
    ) throws(StoreError) {
        let found = try check(database)
        guard found < version else { return }
        try database.execute("BEGIN IMMEDIATE")
        for step in steps[Int(found)...] { try database.execute(step) }
        if found == 0 {
            let insert = try database.statement(
                "INSERT INTO secret (one, fingerprint) VALUES (1, ?)")
            try insert.bind(fingerprint, at: 1)
            try insert.run()
        }
        try database.execute("PRAGMA application_id = \(applicationID)")
        try database.execute("PRAGMA user_version = \(version)")
        try database.execute("COMMIT")
    }

    /// The version of a file; 0 for an empty one.
    @discardableResult
    static func check(_ database: Database) throws(StoreError) -> Int64 {
        let found: Int64
        do throws(StoreError) {
            found = try database.number("PRAGMA user_version")
        } catch {
            if case .failed(code: SQLITE_NOTADB, _, _) = error {
                throw .notMeguri(path: database.path)
            }
            throw .cannotOpen(path: database.path, problem: error.message)
        }
        guard found <= version else {
            throw .newerVersion(path: database.path, found: found, supported: version)
        }
        let isEmpty = try database.number("SELECT count(*) FROM sqlite_schema") == 0
        let isOurs = try database.number("PRAGMA application_id") == applicationID
        guard isOurs || (isEmpty && found == 0) else { throw .notMeguri(path: database.path) }
        return found
    }
}
