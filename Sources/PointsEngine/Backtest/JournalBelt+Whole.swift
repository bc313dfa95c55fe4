internal import PointsCore
internal import PointsStore

// MARK: - From the first entry to the last

extension JournalBelt where Load == JournalRecord {
    /// Gives the result for every row there is, in order, until nobody wants more.
    ///
    /// - Parameters:
    ///   - store: Where the journal is.
    ///   - step: What this reading is for.
    ///   - progress: Told now and then how far it has come; says whether the rest is wanted.
    ///   - body: Takes each result.
    /// - Returns: Whether it came to the end.
    /// - Throws: ``StoreError``, also if an entry is missing.
    func readAll(
        of store: LedgerStore, for step: WorkProgress.Step, progress: (WorkProgress) -> Bool,
        _ body: (Output) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        let last = try store.lastPosition().number
        var done: Int64 = 0
        while done < last {
            let end = min(last, done + EngineLimits.backtestEntriesPerRead)
            var count: Int64 = 0
            try read(
                store, after: JournalPosition(done), through: JournalPosition(end), as: { $0 },
                { output throws(StoreError) in
                    count += 1
                    try body(output)
                })
            guard count == end - done else {
                throw .damaged(
                    table: "journal",
                    problem:
                        "of the entries \(done + 1) to \(end), \(end - done - count) are missing"
                )
            }
            done = end
            guard progress(WorkProgress(step: step, done: done, total: last)) else { return false }
        }
        return true
    }
}
