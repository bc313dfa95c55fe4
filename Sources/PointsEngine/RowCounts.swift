internal import PointsCore
internal import PointsStore

/// How many rows the tables that say where things are should have.
struct RowCounts {
    private var keys: Int64 = 0
    private var orders: Int64 = 0
    private var holds: Int64 = 0
    private var purchases: Set<JournalPosition> = []

    /// Whether an entry answers a command that may be repeated under its key.
    static func hasKey(_ entry: Entry) -> Bool {
        !entry.event.isConsequence && !entry.cause.idempotencyKey.isEmpty
    }

    /// Counts what an entry adds.
    mutating func count(_ entry: Entry) {
        if RowCounts.hasKey(entry) { keys += 1 }
        if case .purchaseRecorded = entry.event { orders += 1 }
        if entry.event.endedHold != nil { holds += 1 }
        if let purchase = entry.event.purchase { purchases.insert(purchase) }
    }

    /// The rows that each table should have.
    func expected(members: Int64) -> [(LedgerTable, Int64)] {
        [
            (.keys, keys), (.orders, orders), (.holds, holds), (.members, members),
            (.purchases, Int64(purchases.count)),
        ]
    }
}
