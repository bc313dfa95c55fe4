/// `rejects.csv`: every row that is not migrated, and why.
final class RejectReport {
    private let file: ReportFile

    init(path: String) throws(MigrationError) {
        file = try ReportFile(path)
        try file.write(row: [
            "source", "file", "row", "line", "reason", "explanation", "identity", "cell", "points",
        ])
    }
}

// MARK: - Writing

extension RejectReport {
    func write(
        _ row: PlannedRow, because fate: Fate, in file: String, source: String
    ) throws(MigrationError) {
        var explanation = ""
        if case .reject(let reason) = fate { explanation = reason.message }
        try self.file.write(row: [
            source, file, String(row.key.record), String(row.line), row.reason, explanation,
            row.identity?.value ?? "", row.cell, row.points.map { String($0) } ?? "",
        ])
    }

    func finish() throws(MigrationError) {
        try file.flush()
    }
}
