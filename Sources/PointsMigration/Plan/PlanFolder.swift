/// The folder into which a plan is written: its files get their names together, when all are whole.
struct PlanFolder {
    private let path: String
    private let isNew: Bool

    private static let unfinishedSuffix = ".unfinished"

    /// The files of a plan.
    enum File: String, CaseIterable {
        case plan = "plan.db"
        case summary = "summary.json"
        case rejects = "rejects.csv"
        case conflicts = "conflicts.csv"
    }

    /// - Throws: ``MigrationError/outputNotEmpty(path:)`` or
    ///   ``MigrationError/outputHoldsPlan(path:)``; nothing is written here.
    init(_ path: String, replacing: Bool) throws(MigrationError) {
        self.path = path
        isNew = !FileSystem.exists(path)
        guard !isNew else { return }
        guard let names = FileSystem.names(in: path) else { throw .outputNotEmpty(path: path) }
        // What a run that was killed left behind is nobody's.
        let unfinished = File.allCases.map { $0.rawValue + PlanFolder.unfinishedSuffix }
        guard names.contains(where: { !unfinished.contains($0) }) else { return }
        guard PlanTables.isPlan(path + "/" + File.plan.rawValue) else {
            throw .outputNotEmpty(path: path)
        }
        guard replacing else { throw .outputHoldsPlan(path: path) }
    }
}

// MARK: - Writing

extension PlanFolder {
    /// Runs `body` with the folder there; if it fails, everything it wrote is removed.
    func writing<Result>(
        _ body: () throws(MigrationError) -> Result
    ) throws(MigrationError) -> Result {
        try FileSystem.makeFolder(path)
        discard()
        do throws(MigrationError) {
            let result = try body()
            // The plan last: without it the others are no plan.
            for file in File.allCases.reversed() {
                try FileSystem.move(unfinished(file), to: path + "/" + file.rawValue)
            }
            return result
        } catch {
            discard()
            if isNew { FileSystem.remove(path) }
            throw error
        }
    }

    /// Where a file is written before it is whole.
    func unfinished(_ file: File) -> String {
        path + "/" + file.rawValue + PlanFolder.unfinishedSuffix
    }

    private func discard() {
        for file in File.allCases { FileSystem.remove(unfinished(file)) }
    }
}
