internal import PointsCore
package import PointsEngine

/// Carries out a plan through the engine's own commit path.
///
/// Every import has its own idempotency key, so that a second run does nothing and a run that was killed goes on. The
/// files themselves are not read.
package struct PlanApplication {
    private let plan: PlanFile
    private let engine: Engine
    private var report: ApplyReport
    private var batch: [(row: PlannedRow, command: Command)] = []

    private init(_ plan: PlanFile, with engine: Engine) {
        self.plan = plan
        self.engine = engine
        report = ApplyReport(plan: plan.hash, planned: plan.importCount)
    }

    /// Applies a plan; ``PlanFile/check(database:rules:)`` comes first, before the engine is opened.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - engine: The engine of the program's database.
    ///   - progress: Told after each batch how far it has come; says whether to go on.
    /// - Returns: What became of it.
    /// - Throws: ``MigrationError/rulesDiffer(path:)``, or ``MigrationError/stopped(_:)`` if the disk fails.
    package static func apply(
        _ plan: PlanFile, with engine: Engine,
        progress: (MigrationProgress) -> Bool = { _ in true }
    ) throws(MigrationError) -> ApplyReport {
        let rules = try? engine.rules(at: plan.head.occurredAt)
        guard rules?.hash == plan.head.rules else { throw .rulesDiffer(path: "the database") }
        var application = PlanApplication(plan, with: engine)
        try application.run(progress)
        return application.report
    }
}

// MARK: - Running

extension PlanApplication {
    private mutating func run(
        _ progress: (MigrationProgress) -> Bool
    ) throws(MigrationError) {
        let rows = try plan.rows()
        var done = 0
        while let row = try rows.nextRow() {
            guard !row.command.isEmpty else { continue }
            batch.append((row, try command(for: row)))
            guard batch.count == EngineLimits.batchCommandsMax else { continue }
            done += batch.count
            try flush()
            let step = MigrationProgress(step: .apply, done: done, total: plan.importCount)
            guard progress(step) else { return }
        }
        done += batch.count
        try flush()
        _ = progress(MigrationProgress(step: .apply, done: done, total: plan.importCount))
    }

    private func command(for row: PlannedRow) throws(MigrationError) -> Command {
        guard let planned = OpenBalance(planText: row.command) else {
            throw .planChanged(path: "row \(row.key.record)")
        }
        let envelope = Envelope(
            method: "points.open", idempotencyKey: row.idempotencyKey(in: plan.hash),
            content: row.command, occurredAt: plan.head.occurredAt,
            channel: plan.head.file(of: row.key)?.channel)
        return Command(envelope: envelope, action: .openBalance(planned))
    }

    private mutating func flush() throws(MigrationError) {
        let replies = engine.execute(batch.map(\.command))
        for (item, reply) in zip(batch, replies) {
            switch reply {
            case .success(.done(let receipt)) where receipt.isReplay: report.replayed += 1
            case .success: report.applied += 1
            case .failure(let refusal) where refusal.code == .storageFailure:
                throw .stopped(refusal)
            case .failure(let refusal): note(refusal, of: item.row)
            }
        }
        batch.removeAll(keepingCapacity: true)
    }

    private mutating func note(_ refusal: Refusal, of row: PlannedRow) {
        report.refusedCount += 1
        guard report.refused.count < MigrationLimits.namedRowsMax else { return }
        report.refused.append(
            NamedRow(
                row, of: plan.head, code: refusal.code.rawValue, message: refusal.message))
    }
}
