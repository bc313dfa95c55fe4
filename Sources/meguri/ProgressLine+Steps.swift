internal import PointsEngine
internal import PointsMigration

// MARK: - Steps of long commands

extension ProgressLine {
    func show(_ progress: MigrationProgress) {
        show(progress.step.rawValue, done: Int64(progress.done), of: Int64(progress.total))
    }

    func show(_ progress: WorkProgress) {
        show(progress.step.rawValue, done: progress.done, of: progress.total)
    }
}
