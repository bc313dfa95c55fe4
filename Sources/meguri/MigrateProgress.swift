internal import Glibc
internal import PointsCore
internal import PointsMigration

/// Shows on a terminal how far a step has come: rows, rate and time left.
final class MigrateProgress {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var step: MigrationProgress.Step?
    private var startedAt = EngineOpening.now()
    private var lastShown: Int64 = 0

    /// How often the line is written anew, in milliseconds.
    private static let intervalMilliseconds: Int64 = 200

    func show(_ progress: MigrationProgress) {
        guard isShown else { return }
        let now = EngineOpening.now()
        if step != progress.step {
            finish()
            step = progress.step
            startedAt = now
        }
        let isDone = progress.done == progress.total
        guard isDone || now.milliseconds - lastShown >= MigrateProgress.intervalMilliseconds else {
            return
        }
        lastShown = now.milliseconds
        let elapsed = max(1, now.milliseconds - startedAt.milliseconds)
        let rate = Int64(progress.done) * 1_000 / elapsed
        let left = Int64(progress.total - progress.done) / max(1, rate)
        write(
            "\r\(progress.step.rawValue): \(progress.done) of \(progress.total) rows, "
                + "\(rate) a second, \(left) s left\u{1b}[K")
    }

    /// Ends the line.
    func finish() {
        guard isShown, step != nil else { return }
        step = nil
        write("\n")
    }

    private func write(_ text: String) {
        _ = Console.write(Array(text.utf8), to: STDERR_FILENO)
    }
}
