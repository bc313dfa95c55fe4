internal import PointsCore
internal import PointsStore

/// The entries by which balances came in.
enum ImportJournal {
    /// Every import in a journal, in order.
    ///
    /// - Returns: Whether the journal has an entry of any member at all.
    @discardableResult
    static func forEach(
        in ledger: LedgerStore, _ body: (Entry, BalanceOpened) -> Void
    ) throws(MigrationError) -> Bool {
        var hasMembers = false
        do throws(StoreError) {
            try ledger.forEachRecord(members: 1...Int64.max) { record throws(StoreError) in
                hasMembers = true
                let entry = try record.entry()
                if case .balanceOpened(let origin) = entry.event { body(entry, origin) }
            }
        } catch {
            throw .store(error)
        }
        return hasMembers
    }
}
