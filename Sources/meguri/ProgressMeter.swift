internal import Glibc
internal import PointsCore
internal import PointsEngine
internal import PointsMigration

/// Shows on a terminal how far long work has come: what is done, at which rate, and the time left.
final class ProgressMeter {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var step: String?
    private var startedAt = EngineOpening.now()
    private var lastShown: Int64 = 0

    /// How often the line is written anew, in milliseconds.
    private static let intervalMilliseconds: Int64 = 200

    /// A step of a migration, which counts rows.
    func show(_ progress: MigrationProgress) {
        show(
            progress.step.rawValue, done: Int64(progress.done), of: Int64(progress.total),
            "rows")
    }

    /// A step over the journal, which counts entries.
    func show(_ progress: WorkProgress) {
        show(progress.step.rawValue, done: progress.done, of: progress.total, "entries")
    }

    private func show(_ name: String, done: Int64, of total: Int64, _ unit: String) {
        guard isShown else { return }
        let now = EngineOpening.now()
        if step != name {
            finish()
            step = name
            startedAt = now
        }
        let isDue = now.milliseconds - lastShown >= ProgressMeter.intervalMilliseconds
        guard done == total || isDue else { return }
        lastShown = now.milliseconds
        let elapsed = max(1, now.milliseconds - startedAt.milliseconds)
        let rate = done * 1_000 / elapsed
        let left = (total - done) / max(1, rate)
        write("\r\(name): \(done) of \(total) \(unit), \(rate) a second, \(left) s left\u{1b}[K")
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
