internal import Glibc
internal import PointsCore

/// Shows on a terminal how far a step has come: count, rate and time left.
final class ProgressLine {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var step: String?
    private var startedAt = EngineOpening.now()
    private var lastShown: Int64 = 0

    /// How often the line is written anew, in milliseconds.
    private static let intervalMilliseconds: Int64 = 200

    /// Shows that so many of so many things are done in a step.
    func show(_ step: String, _ done: Int, of total: Int, _ things: String) {
        guard isShown else { return }
        let now = EngineOpening.now()
        if self.step != step {
            finish()
            self.step = step
            startedAt = now
        }
        let isDone = done == total
        guard isDone || now.milliseconds - lastShown >= ProgressLine.intervalMilliseconds else {
            return
        }
        lastShown = now.milliseconds
        let elapsed = max(1, now.milliseconds - startedAt.milliseconds)
        let rate = Int64(done) * 1_000 / elapsed
        let left = Int64(total - done) / max(1, rate)
        write(
            "\r\(step): \(done) of \(total) \(things), \(rate) a second, \(left) s left\u{1b}[K")
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
