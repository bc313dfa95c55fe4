/// How far an export has come, in entries of the journal.
package struct ExportProgress: Hashable, Sendable {
    /// What is being done.
    package let step: Step
    /// The entry reached.
    package let done: Int64
    /// The last entry.
    package let total: Int64

    /// What an export does, in this order; a table needs no first reading.
    package enum Step: String, Hashable, Sendable {
        /// Which accounts there are, and what they come to.
        case reading
        /// Transaction by transaction.
        case writing
    }
}
