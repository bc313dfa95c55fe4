internal import Glibc
internal import PointsCore

/// Shows on a terminal how far a step has come: count, rate and time left.
final class ProgressLine {
    private let unit: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private var step: String?
    private var startedAt = EngineOpening.now()
    private var lastShown: Int64 = 0

    /// How often the line is written anew, in milliseconds.
    private static let intervalMilliseconds: Int64 = 200

    /// A line that counts in a unit, such as `rows`.
    init(of unit: String) {
        self.unit = unit
    }

    func show(_ name: String, done: Int64, of total: Int64) {
        guard isShown else { return }
        let now = EngineOpening.now()
        if step != name {
            finish()
            step = name
            startedAt = now
        }
        guard
            done == total || now.milliseconds - lastShown >= ProgressLine.intervalMilliseconds
        else { return }
        lastShown = now.milliseconds
        let elapsed = max(1, now.milliseconds - startedAt.milliseconds)
        let rate = done * 1_000 / elapsed
        let left = (total - done) / max(1, rate)
        write(
            "\r\(name): \(done) of \(total) \(unit), \(rate) a second, \(left) s left\u{1b}[K")
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
