internal import PointsCore
internal import PointsStore

/// What the entries of a table refer to: other entries, and the rules under which they were decided.
final class ExportJournal {
    private let store: LedgerStore
    private let shelf: RulesShelf
    /// By the entry that activated them.
    private var rules: [JournalPosition: Ruleset] = [:]

    init(store: LedgerStore, readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset) {
        self.store = store
        shelf = RulesShelf(store: store, read: readRules)
    }

    /// The rules under which an entry was decided.
    func rules(activatedBy position: JournalPosition) throws(StoreError) -> Ruleset {
        if let known = rules[position] { return known }
        guard case .rulesActivated(let activated) = try entry(at: position).event else {
            throw .damaged(table: "journal", problem: "entry \(position.number) activates no rules")
        }
        let found = try shelf.kept(activated.hash)
        rules[position] = found
        return found
    }

    /// The entry at a place.
    func entry(at position: JournalPosition) throws(StoreError) -> Entry {
        guard let record = try store.record(at: position) else {
            throw .damaged(table: "journal", problem: "entry \(position.number) is missing")
        }
        return try record.entry()
    }
}
