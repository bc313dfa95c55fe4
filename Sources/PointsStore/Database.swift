internal import CSQLite

/// One connection to a SQLite file, with its statements kept ready by their text.
package final class Database {
    /// The file.
    package let path: String

    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    /// Where SQLite puts how many pages the log has after each commit.
    private let logPagesPlace = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

    /// How a file is opened.
    package enum Mode {
        /// Reads and writes; makes the file if there is none.
        case writing
        /// Reads only.
        case reading
        /// As ``writing``, and other files may be attached by a URI.
        case scratch
    }

    /// - Throws: ``StoreError/cannotOpen(path:problem:)``
    package init(path: String, mode: Mode) throws(StoreError) {
        let flags: Int32
        switch mode {
        case .writing: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .reading: flags = SQLITE_OPEN_READONLY
        case .scratch: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI
        }
        var handle: OpaquePointer?
        // One thread at a time uses a connection, so SQLite need not lock it.
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let handle else {
            throw .cannotOpen(path: path, problem: "out of memory")
        }
        guard code == SQLITE_OK else {
            let problem = String(cString: sqlite3_errmsg(handle))
            sqlite3_close_v2(handle)
            throw .cannotOpen(path: path, problem: problem)
        }
        sqlite3_extended_result_codes(handle, 1)
        self.path = path
        self.handle = handle
        sqlite3_busy_timeout(handle, StoreLimits.busyMilliseconds)
        logPagesPlace.initialize(to: 0)
        if mode == .writing {
            let count:
                @convention(c) (
                    UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32
                ) -> Int32 = { place, _, _, pages in
                    place?.assumingMemoryBound(to: Int32.self).pointee = pages
                    return SQLITE_OK
                }
            sqlite3_wal_hook(handle, count, logPagesPlace)
            PageWiper.attach(to: handle)
        }
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
        logPagesPlace.deallocate()
    }

    /// Pages in the log after the last commit.
    ///
    /// SQLite asks after each commit whether the log should be written back; it is told to leave that to the caller, so
    /// that no commit waits for it.
    package var logPages: Int32 { logPagesPlace.pointee }

    /// The statement of that text, ready to be bound.
    package func statement(_ sql: StaticString) throws(StoreError) -> Statement {
        let key = sql.description
        if let known = statements[key] { return known }
        let statement = try Statement(sql, on: handle)
        statements[key] = statement
        return statement
    }

    /// Runs statements that take and give nothing.
    package func execute(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw Statement.failure(code, on: handle, sql: sql) }
    }

    /// The number that a pragma or a query for one number gives.
    package func number(_ sql: StaticString) throws(StoreError) -> Int64 {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }

    /// Writes the whole log back and cuts it to nothing, without waiting for anybody.
    ///
    /// - Returns: Whether it could be: nobody else reads the log.
    func truncateLog() throws(StoreError) -> Bool {
        sqlite3_busy_timeout(handle, 0)
        defer { sqlite3_busy_timeout(handle, StoreLimits.busyMilliseconds) }
        let statement = try statement("PRAGMA wal_checkpoint(TRUNCATE)")
        defer { statement.reset() }
        return try statement.step() && statement.integer(0) == 0
    }

    /// Whether a transaction is open.
    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
}
