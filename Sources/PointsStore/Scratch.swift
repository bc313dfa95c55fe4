internal import Glibc

/// A place for projections that are folded anew, beside a database that is only read.
enum Scratch {
    /// A connection to an empty file with the projections' tables, with the database attached as `kept`.
    ///
    /// A name without a schema means the scratch table where there is one, and the database's otherwise: so the
    /// statements of ``LedgerStore`` read the database's journal and write the scratch projections.
    static func database(beside path: String) throws(StoreError) -> Database {
        let file = path + ".scratch-\(getpid())"
        unlink(file)
        let database = try Database(path: file, mode: .scratch)
        defer { unlink(file) }
        // Nothing in it is worth keeping: no log, no sync.
        try database.execute(
            """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -\(StoreLimits.cacheKibibytes);
            """)
        let attach = try database.statement("ATTACH ? AS kept")
        try attach.bind(uri(of: path), at: 1)
        try attach.run()
        let tables = try database.statement(
            "SELECT name, sql FROM kept.sqlite_schema WHERE type = 'table'")
        var statements: [String] = []
        while try tables.step() {
            if LedgerTable(rawValue: tables.text(0)) != nil { statements.append(tables.text(1)) }
        }
        for sql in statements { try database.execute(sql) }
        return database
    }

    /// The file as a URI that says that it is only read.
    private static func uri(of path: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte)
            let digits = String(byte, radix: 16)
            uri +=
                isPlain
                ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
        return uri + "?mode=ro"
    }
}
