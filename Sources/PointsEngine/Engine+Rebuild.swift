internal import PointsCore
package import PointsStore

// MARK: - Rebuilding what is folded

extension Engine {
    /// Folds the journal anew and puts the result in the place of all projections.
    ///
    /// All in one commit: a rebuild that is cut off, or that meets an entry which does not follow, has changed nothing.
    ///
    /// - Returns: The last entry.
    /// - Throws: ``EngineError``; ``StoreError/locked(path:)`` while another process writes.
    package static func rebuild(
        path: String, progress: (WorkProgress) -> Void = { _ in }
    ) throws(EngineError) -> Int64 {
        let store = try storing { () throws(StoreError) in try LedgerStore(writing: path) }
        return try store.asOne(
            { () throws(EngineError) in
                let last = try storing { () throws(StoreError) in
                    try store.clearProjections()
                    return try store.lastPosition()
                }
                let projections = try Projections(store: store) { position in
                    progress(
                        WorkProgress(step: .rebuild, done: position.number, total: last.number))
                }
                try storing { () throws(StoreError) in try projections.flush() }
                return projections.position.number
            }, EngineError.store)
    }

    /// Folds the journal anew beside a database, as far as its projections stand, and finds the first row that differs.
    ///
    /// The database is only read, one state of it throughout, so that another process may be writing to it.
    ///
    /// - Returns: The entry that the projections stand for, and the first difference.
    package static func compare(
        path: String, progress: (WorkProgress) -> Void = { _ in }
    ) throws(EngineError) -> (position: Int64, difference: RowDifference?) {
        let store = try storing { () throws(StoreError) in try LedgerStore(comparing: path) }
        var failure: EngineError?
        var compared: (position: Int64, difference: RowDifference?) = (0, nil)
        try storing { () throws(StoreError) in
            try store.reading { () throws(StoreError) in
                do throws(EngineError) {
                    compared = try compare(in: store, progress)
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
        return compared
    }

    private static func compare(
        in store: LedgerStore, _ progress: (WorkProgress) -> Void
    ) throws(EngineError) -> (position: Int64, difference: RowDifference?) {
        let kept = try storing { () throws(StoreError) in try store.keptPosition() }
        let projections = try Projections(store: store, through: kept) { position in
            progress(WorkProgress(step: .rebuild, done: position.number, total: kept.number))
        }
        return try storing { () throws(StoreError) in
            try projections.flush()
            for table in LedgerTable.allCases {
                if let difference = try store.firstDifference(in: table) {
                    return (kept.number, difference)
                }
            }
            return (kept.number, nil)
        }
    }

    private static func storing<Result>(
        _ body: () throws(StoreError) -> Result
    ) throws(EngineError) -> Result {
        do throws(StoreError) {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}
