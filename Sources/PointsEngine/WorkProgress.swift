/// How far long work has come.
package struct WorkProgress: Hashable, Sendable {
    /// The step.
    package let step: Step
    /// Entries done.
    package let done: Int64
    /// Entries in all.
    package let total: Int64

    /// The steps that take time.
    package enum Step: String, Sendable {
        /// Reading, checking and folding the journal.
        case verify
        /// Reading the journal again for further members.
        case members
        /// Folding the journal into projections.
        case rebuild
        /// Finding what has to be known beforehand: the accounts of an export, what came back of sales.
        case survey
        /// Writing an export, transaction by transaction.
        case export
        /// Asking members whether they are in a segment.
        case segment
        /// Judging sales again.
        case backtest
    }

    /// So many entries of so many.
    package init(step: Step, done: Int64, total: Int64) {
        self.step = step
        self.done = done
        self.total = total
    }
}
