/// The database cannot be opened, or it failed.
///
/// A batch that meets this is not acknowledged.
package enum StoreError: Error, Hashable, Sendable {
    /// SQLite cannot open the file.
    case cannotOpen(path: String, problem: String)
    /// The file is no database, or another program's.
    case notMeguri(path: String)
    /// The file was written by a newer version.
    case newerVersion(path: String, found: Int64, supported: Int64)
    /// The file was written by an older version and was not brought up to date yet.
    case olderVersion(path: String, found: Int64, supported: Int64)
    /// Another process writes to the database.
    case locked(path: String)
    /// A key file that must stand beside the database is missing or damaged.
    case keyFile(path: String, problem: String)
    /// A file beside the database cannot be written.
    case cannotWrite(path: String, problem: String)
    /// A statement failed; bound values are not shown.
    case failed(code: Int32, problem: String, sql: String)
    /// A row is not in the documented form.
    case damaged(table: String, problem: String)
}

extension StoreError {
    /// What is wrong, where and what to do.
    package var message: String {
        switch self {
        case .cannotOpen(let path, let problem):
            "The database \(path) cannot be opened: \(problem)."
        case .notMeguri(let path):
            "The file \(path) is none of Meguri's databases. Name another file."
        case .newerVersion(let path, let found, let supported):
            "The database \(path) has version \(found); this program knows version \(supported). Use a newer Meguri."
        case .olderVersion(let path, let found, let supported):
            "The database \(path) has version \(found) of \(supported). Open it once with meguri stdio or serve."
        case .locked(let path):
            "Another process writes to \(path). Stop it first; one process writes at a time."
        case .keyFile(let path, let problem):
            "The key file \(path) is needed to recognise people and repeated commands: \(problem)."
        case .cannotWrite(let path, let problem):
            "The file \(path) cannot be written: \(problem)."
        case .failed(let code, let problem, let sql):
            "SQLite error \(code), \(problem), in: \(sql)"
        case .damaged(let table, let problem): "A row of \(table) is damaged: \(problem)"
        }
    }

    /// What a client may know of it: no statement and no path.
    package var brief: String {
        switch self {
        case .failed(let code, let problem, _): "SQLite error \(code), \(problem)"
        case .damaged(let table, _): "a row of \(table) is damaged"
        case .cannotOpen, .notMeguri, .newerVersion, .olderVersion, .locked, .keyFile, .cannotWrite:
            "the database cannot be opened"
        }
    }
}
