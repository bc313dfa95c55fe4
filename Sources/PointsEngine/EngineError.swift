package import PointsCore
package import PointsStore

/// Why an engine cannot be opened.
package enum EngineError: Error, Hashable, Sendable {
    /// The database failed.
    case store(StoreError)
    /// The journal contradicts itself at an entry.
    case journal(JournalPosition, LedgerFault)
    /// No rules were ever activated in this database, and none were given.
    case noRules
    /// The rules that were given cannot follow those that the database keeps.
    case rulesRefused(Refusal)

    /// What is wrong and what to do.
    package var message: String {
        switch self {
        case .store(let error): error.message
        case .journal(let position, let fault):
            "Entry \(position.number) of the journal cannot be folded: \(fault.message) Run meguri verify."
        case .noRules: "The database has no rules yet. Name a folder with --rules."
        case .rulesRefused(let refusal):
            "The rules cannot follow those in the database. \(refusal.message)"
        }
    }
}
