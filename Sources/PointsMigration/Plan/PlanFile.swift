internal import PointsStore

/// A plan that was made: `plan.db` in its folder.
///
/// Opening it reads it to its end, so that nothing is done by a plan that somebody changed.
package final class PlanFile {
    /// What it was made from.
    package let head: PlanHead
    /// The hash over all of it.
    package let hash: PlanHash
    /// All rows.
    package let rowCount: Int
    /// The rows that are imported.
    package let importCount: Int

    private let database: Database

    /// Opens the plan in a folder.
    ///
    /// - Throws: ``MigrationError/planMissing(path:)``, ``MigrationError/notAPlan(path:)`` or
    ///   ``MigrationError/planChanged(path:)``.
    package init(folder: String) throws(MigrationError) {
        let path = folder + "/" + PlanFolder.File.plan.rawValue
        guard FileSystem.exists(path) else { throw .planMissing(path: folder) }
        guard PlanTables.isPlan(path) else { throw .notAPlan(path: path) }
        do throws(StoreError) {
            database = try Database(path: path, mode: .reading)
            // One state of the file throughout.
            try database.execute("BEGIN")
            (head, hash) = try PlanTables.head(in: database)
            var digest = PlanDigest(head)
            var (rows, imports) = (0, 0)
            let cursor = try PlanRows(database)
            while let row = try cursor.next() {
                digest.add(row)
                rows += 1
                if !row.command.isEmpty { imports += 1 }
            }
            (rowCount, importCount) = (rows, imports)
            guard digest.hash == hash else { throw .damaged(table: "rows", problem: "hash") }
        } catch {
            // A changed byte may as well keep SQLite from reading the file.
            throw .planChanged(path: path)
        }
    }
}

// MARK: - Reading

extension PlanFile {
    /// The rows in order; one reading at a time.
    ///
    /// - Throws: ``MigrationError/store(_:)``
    package func rows() throws(MigrationError) -> PlanRows {
        do throws(StoreError) {
            return try PlanRows(database)
        } catch {
            throw .store(error)
        }
    }
}
