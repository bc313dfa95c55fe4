internal import Foundation
internal import PointsCore
internal import PointsStore

/// Compares a plan with the journal, row by row and in sum; writes nothing.
package struct Reconciler {
    private let plan: PlanFile
    private var booked: [String: Booking] = [:]
    private var result: Reconciliation

    private init(_ plan: PlanFile) {
        self.plan = plan
        result = Reconciliation(
            plan: plan.hash, sheets: plan.head.sourceNames.map { ControlSheet(name: $0) })
    }

    /// Compares a plan with the journal of a database, which another process may be writing to.
    ///
    /// - Throws: ``MigrationError/anotherProgram(path:problem:)`` or ``MigrationError/store(_:)``
    package static func reconcile(
        _ plan: PlanFile, database path: String
    ) throws(MigrationError) -> Reconciliation {
        guard FileSystem.exists(path) else {
            throw .anotherProgram(path: path, problem: "there is no database")
        }
        var reconciler = Reconciler(plan)
        try reconciler.readJournal(path)
        let files = try reconciler.traceRows()
        reconciler.compareTotals(files)
        reconciler.compareFiles()
        return reconciler.result
    }
}

// MARK: - Comparing

extension Reconciler {
    private mutating func readJournal(_ path: String) throws(MigrationError) {
        var booked: [String: Booking] = [:]
        let prefix = plan.hash.keyPrefix
        try ImportJournal.forEach(in: plan.ledger(path)) { entry, origin in
            let key = entry.cause.idempotencyKey
            guard key.hasPrefix(prefix) else { return }
            booked[String(key.dropFirst(prefix.count))] = Booking(entry, origin: origin)
        }
        self.booked = booked
    }

    /// Looks for each row's entry.
    ///
    /// - Returns: What the rows of each file come to; a file has the key of a row before the first.
    private mutating func traceRows() throws(MigrationError) -> [RowKey: Tally] {
        let rows = try plan.rows()
        var files: [RowKey: Tally] = [:]
        while let row = try rows.nextRow() {
            let booking = booked.removeValue(
                forKey: "\(row.key.source):\(row.key.file):\(row.key.record)")
            trace(row, booking)
            result.sheets[row.key.source].add(row, booking: booking)
            let file = RowKey(source: row.key.source, file: row.key.file, record: 0)
            files[file, default: Tally()].add(row.points)
        }
        return files
    }

    private mutating func trace(_ row: PlannedRow, _ booking: Booking?) {
        let planned = row.command.isEmpty ? nil : OpenBalance(planText: row.command)
        switch (planned.map { Booking($0) }, booking) {
        case (nil, nil): return
        case (let planned?, let booking?) where planned == booking: result.traced += 1
        case (let planned?, let booking?):
            note(
                row, "booked_otherwise",
                "the plan has \(planned.text), the journal \(booking.text), or other terms or origin"
            )
        case (let planned?, nil):
            note(row, "not_booked", "the plan has \(planned.text), the journal has no entry")
        case (nil, let booking?):
            note(row, "not_planned", "the journal has \(booking.text), the plan nothing")
        }
    }

    private mutating func note(_ row: PlannedRow, _ code: String, _ message: String) {
        result.findingCount += 1
        guard result.findings.count < MigrationLimits.namedRowsMax else { return }
        result.findings.append(NamedRow(row, of: plan.head, code: code, message: message))
    }
}

// MARK: - Sums and files

extension Reconciler {
    private mutating func compareTotals(_ files: [RowKey: Tally]) {
        for (key, booking) in booked.sorted(by: { $0.key < $1.key }) {
            result.findingCount += 1
            guard result.notes.count < MigrationLimits.namedRowsMax else { continue }
            result.notes.append(
                "the journal has \(booking.text) under \(plan.hash.keyPrefix)\(key), which no row has"
            )
        }
        for file in plan.head.files {
            let key = RowKey(source: file.source, file: file.file, record: 0)
            let read = Tally(rows: file.rows, positive: file.positive, negative: file.negative)
            guard files[key, default: Tally()] != read else { continue }
            result.findingCount += 1
            result.notes.append("the rows of \(file.name) are not those that were read")
        }
    }

    /// The journal names the files by their hashes; whoever still has them can see that they are
    /// the same.
    private mutating func compareFiles() {
        for file in plan.head.files {
            guard FileSystem.exists(file.path) else {
                result.notes.append("\(file.path) is not there any more")
                continue
            }
            let digest = try? FileHash.sha256(of: URL(filePath: file.path))
            if digest.map(Hexadecimal.text) != file.sha256 {
                result.notes.append("\(file.path) is not the file that was planned any more")
            }
        }
    }
}
