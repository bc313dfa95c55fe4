internal import CSQLite
internal import PointsCore

/// A prepared statement; finalised when nobody holds it any more.
///
/// ```swift
/// let statement = try database.statement("SELECT member FROM identities WHERE kind = ? AND value = ?")
/// try statement.bind("email", at: 1)
/// ```
package final class Statement {
    private let handle: OpaquePointer
    private let sql: StaticString
    private let database: OpaquePointer

    /// - Throws: ``StoreError/failed(code:problem:sql:)`` if SQLite does not understand the statement.
    init(_ sql: StaticString, on database: OpaquePointer) throws(StoreError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            database, sql.description, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else {
            throw Statement.failure(code, on: database, sql: sql.description)
        }
        self.handle = handle
        self.sql = sql
        self.database = database
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Moves to the next row.
    ///
    /// - Returns: Whether there is one; after the last the statement is ready to run again.
    package func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        let problem = code == SQLITE_DONE ? nil : failure(code)
        reset()
        if let problem { throw problem }
        return false
    }

    /// Runs a statement that gives no rows.
    package func run() throws(StoreError) {
        while try step() {}
    }

    /// Ready to run again, with nothing bound.
    package func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func failure(_ code: Int32) -> StoreError {
        Statement.failure(code, on: database, sql: sql.description)
    }

    static func failure(_ code: Int32, on database: OpaquePointer, sql: String) -> StoreError {
        .failed(
            code: sqlite3_extended_errcode(database),
            problem: String(cString: sqlite3_errmsg(database)), sql: sql)
    }
}

// MARK: - Parameters, counted from 1

extension Statement {
    /// Binds a number.
    package func bind(_ value: Int64, at index: Int32) throws(StoreError) {
        try check(sqlite3_bind_int64(handle, index, value))
    }

    /// Binds a number, or NULL for none.
    package func bind(_ value: Int64?, at index: Int32) throws(StoreError) {
        if let value {
            try bind(value, at: index)
        } else {
            try check(sqlite3_bind_null(handle, index))
        }
    }

    /// Binds text.
    package func bind(_ value: String, at index: Int32) throws(StoreError) {
        let bytes = Array(value.utf8)
        let code = bytes.withUnsafeBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress ?? UnsafePointer(Statement.empty),
                    sqlite3_uint64(buffer.count), meguri_sqlite_transient(), UInt8(SQLITE_UTF8))
            }
        }
        try check(code)
    }

    /// Binds text, or NULL for none.
    package func bind(_ value: String?, at index: Int32) throws(StoreError) {
        if let value {
            try bind(value, at: index)
        } else {
            try check(sqlite3_bind_null(handle, index))
        }
    }

    /// Binds bytes.
    package func bind(_ value: [UInt8], at index: Int32) throws(StoreError) {
        let code = value.withUnsafeBytes { buffer in
            buffer.isEmpty
                ? sqlite3_bind_zeroblob(handle, index, 0)
                : sqlite3_bind_blob64(
                    handle, index, buffer.baseAddress, sqlite3_uint64(buffer.count),
                    meguri_sqlite_transient())
        }
        try check(code)
    }

    /// An empty text has an address too: without one SQLite would bind NULL.
    private nonisolated(unsafe) static let empty: UnsafeMutablePointer<CChar> = {
        let address = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        address.pointee = 0
        return address
    }()

    private func check(_ code: Int32) throws(StoreError) {
        guard code == SQLITE_OK else { throw failure(code) }
    }
}

// MARK: - Columns, counted from 0

extension Statement {
    /// The number in a column; 0 for NULL.
    package func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    /// The number in a column; `nil` for NULL.
    package func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
    }

    /// The text in a column; empty for NULL.
    package func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The text in a column; `nil` for NULL.
    package func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    /// Looks at the bytes of text or of a blob in a column where they are; empty for NULL.
    package func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result)
        -> Result
    {
        let start = sqlite3_column_blob(handle, column)
        return body(
            UnsafeRawBufferPointer(
                start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// All columns of the row.
    func values() -> [StoredValue] {
        (0..<sqlite3_column_count(handle)).map { column in
            switch sqlite3_column_type(handle, column) {
            case SQLITE_INTEGER: .integer(integer(column))
            case SQLITE_NULL: .null
            case SQLITE_TEXT: .text(ExactText(text(column)))
            default: .bytes(bytes(column))
            }
        }
    }

    /// The bytes in a column; empty for NULL.
    package func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, column))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
