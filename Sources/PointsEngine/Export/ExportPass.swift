internal import PointsCore
internal import PointsStore

/// Readings of the wanted part of a journal, with news of how far they have come.
struct ExportPass {
    let store: LedgerStore
    let members: ClosedRange<Int64>
    let last: JournalPosition

    private let progress: (WorkProgress) -> Void

    init(
        of members: ClosedRange<Int64>, in store: LedgerStore,
        progress: @escaping (WorkProgress) -> Void
    ) throws(StoreError) {
        self.store = store
        self.members = members
        self.progress = progress
        last = try store.lastPosition()
    }

    /// Every wanted entry with postings, in order.
    func forEachTransaction(
        _ step: WorkProgress.Step, _ body: (Entry) throws(StoreError) -> Void
    ) throws(StoreError) {
        try forEachEntry(step) { entry throws(StoreError) in
            if !entry.postings.isEmpty { try body(entry) }
        }
    }

    /// Every wanted entry, in order.
    func forEachEntry(
        _ step: WorkProgress.Step, _ body: (Entry) throws(StoreError) -> Void
    ) throws(StoreError) {
        try store.forEachRecord(members: members) { record throws(StoreError) in
            let entry = try record.entry()
            try body(entry)
            progress(.init(step: step, done: entry.position.number, total: last.number))
        }
        progress(.init(step: step, done: last.number, total: last.number))
    }
}
