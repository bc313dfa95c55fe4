/// How far a step has come.
package struct MigrationProgress: Hashable, Sendable {
    /// The step.
    package let step: Step
    /// Rows done.
    package let done: Int
    /// Rows in all.
    package let total: Int

    /// The steps that take time.
    package enum Step: String, Sendable {
        /// Reading the rows into forms that can be compared.
        case read
        /// Writing the plan.
        case plan
        /// Importing.
        case apply
    }

    /// So many rows of so many.
    package init(step: Step, done: Int, total: Int) {
        self.step = step
        self.done = done
        self.total = total
    }
}
