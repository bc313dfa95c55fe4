import CSQLite

/// A stranger's connection to a file: SQLite as it is.
final class RawConnection {
    private var handle: OpaquePointer?

    /// What SQLite says no with.
    struct Problem: Error, Equatable {
        let code: Int32
        let message: String
    }

    init(_ path: String) throws {
        try check(sqlite3_open(path, &handle))
    }

    deinit {
        sqlite3_close(handle)
    }

    func execute(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// The number that a query for one gives.
    func number(_ sql: String) throws -> Int64 {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        defer { sqlite3_finalize(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW else { return 0 }
        return sqlite3_column_int64(statement, 0)
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else {
            throw Problem(code: code, message: String(cString: sqlite3_errmsg(handle)))
        }
    }
}
