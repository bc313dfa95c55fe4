internal import PointsCore
internal import PointsStore

/// How many rows the tables that say where things are should have.
struct RowCounts {
    private var keys: Int64 = 0
    private var orders: Int64 = 0
    private var holds: Set<JournalPosition> = []
    private var purchases: Set<JournalPosition> = []

    /// Whether an entry answers a command that may be repeated under its key.
    static func hasKey(_ entry: Entry) -> Bool {
        entry.event.answersCommand && !entry.cause.idempotencyKey.isEmpty
    }

    /// Counts what an entry adds.
    mutating func count(_ entry: Entry) {
        if RowCounts.hasKey(entry) { keys += 1 }
        switch entry.event {
        case .purchaseRecorded(let recorded) where !recorded.reusesOrder: orders += 1
        case .orderVoided: orders += 1
        default: break
        }
        holds.formUnion(entry.touchedHolds)
        if let purchase = entry.event.purchase { purchases.insert(purchase) }
    }

    /// The rows that each table should have.
    func expected(members: Int64) -> [(LedgerTable, Int64)] {
        [
            (.keys, keys), (.orders, orders), (.holds, Int64(holds.count)), (.members, members),
            (.purchases, Int64(purchases.count)),
        ]
    }
}
