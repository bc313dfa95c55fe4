internal import PointsMigration

extension ProgressLine {
    func show(_ progress: MigrationProgress) {
        show(progress.step.rawValue, progress.done, of: progress.total, "rows")
    }
}
