internal import PointsCore
internal import PointsStore

// MARK: - The program it is for

extension PlanFile {
    /// Checks that the plan is for a database, reading it only; a file that is not there is an empty program.
    ///
    /// - Parameters:
    ///   - path: The database.
    ///   - rules: The hash of the rules that the engine will be opened under, if they are given.
    /// - Throws: ``MigrationError/anotherProgram(path:problem:)``, ``MigrationError/rulesDiffer(path:)``,
    ///   ``MigrationError/importedBefore(file:line:)`` or ``MigrationError/store(_:)``.
    package func check(database path: String, rules: [UInt8]?) throws(MigrationError) {
        guard FileSystem.exists(path) else {
            guard head.journal.isEmpty else {
                throw .anotherProgram(path: path, problem: "there is no database")
            }
            // New rules judge a new program from its beginning, so they must be those of the plan.
            if let rules, rules != head.rules { throw .rulesDiffer(path: path) }
            return
        }
        let ledger = try ledger(path)
        var own = false
        var foreign: [String: Set<Int64>] = [:]
        let files = Set(head.files.map(\.sha256))
        let hasMembers = try ImportJournal.forEach(in: ledger) { entry, origin in
            if entry.cause.idempotencyKey.hasPrefix(hash.keyPrefix) {
                own = true
            } else if files.contains(origin.file) {
                foreign[origin.file, default: []].insert(origin.line)
            }
        }
        guard !head.journal.isEmpty || own || !hasMembers else {
            throw .anotherProgram(path: path, problem: "the plan is for an empty one")
        }
        if !foreign.isEmpty { try checkNoneIsPlanned(foreign) }
    }

    /// Opens the database that the plan is for, to read it.
    func ledger(_ path: String) throws(MigrationError) -> LedgerStore {
        let ledger: LedgerStore
        let first: [UInt8]
        do throws(StoreError) {
            ledger = try LedgerStore(reading: path)
            first = try ledger.record(at: JournalPosition.none.next)?.hash ?? []
        } catch {
            throw .store(error)
        }
        guard head.journal.isEmpty || head.journal == first else {
            throw .anotherProgram(path: path, problem: "its journal begins otherwise")
        }
        return ledger
    }

    private func checkNoneIsPlanned(
        _ foreign: [String: Set<Int64>]
    ) throws(MigrationError) {
        let rows = try rows()
        while let row = try rows.nextRow() {
            guard !row.command.isEmpty, let file = head.file(of: row.key) else { continue }
            if foreign[file.sha256]?.contains(Int64(row.line)) == true {
                throw .importedBefore(file: file.name, line: row.line)
            }
        }
    }
}
