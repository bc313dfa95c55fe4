package import PointsCore

// MARK: - Folding anew

extension LedgerStore {
    /// The journal position that the projections of the compared database stand for.
    package func keptPosition() throws(StoreError) -> JournalPosition {
        JournalPosition(try database.number("SELECT position FROM kept.projection"))
    }

    /// Removes everything that was folded; the journal and personal data stay.
    package func clearProjections() throws(StoreError) {
        for table in LedgerTable.allCases {
            try database.execute("DELETE FROM \(table.rawValue)")
        }
    }

    /// The first row of a table that is not the same in the scratch place and in the database.
    package func firstDifference(in table: LedgerTable) throws(StoreError) -> RowDifference? {
        let scratch = try database.statement(table.scratchStatement)
        let kept = try database.statement(table.keptStatement)
        defer {
            scratch.reset()
            kept.reset()
        }
        while true {
            let left = try scratch.step() ? scratch.values() : nil
            let right = try kept.step() ? kept.values() : nil
            guard left != right else {
                if left == nil { return nil }
                continue
            }
            return LedgerStore.difference(in: table, left, right)
        }
    }

    private static func difference(
        in table: LedgerTable, _ journal: [StoredValue]?, _ kept: [StoredValue]?
    ) -> RowDifference {
        let count = table.keyColumns
        let journalKey = (journal ?? []).prefix(count)
        let keptKey = (kept ?? []).prefix(count)
        var journal = journal
        var kept = kept
        if journal != nil, kept != nil, journalKey != keptKey {
            // The one whose key comes first has no counterpart.
            let isJournalFirst = journalKey.lexicographicallyPrecedes(keptKey) { $0.precedes($1) }
            if isJournalFirst { kept = nil } else { journal = nil }
        }
        return RowDifference(
            table: table, key: Array(journal == nil ? keptKey : journalKey),
            journal: journal.map { Array($0.dropFirst(count)) },
            kept: kept.map { Array($0.dropFirst(count)) })
    }
}
