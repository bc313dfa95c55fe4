internal import PointsCore
internal import PointsStore

/// What the tables that say where things are should hold.
struct RowCounts {
    /// Rows before the first entry that is read here.
    private let start: [LedgerTable: Int64]
    private(set) var keys = RowDigest()
    private(set) var orders = RowDigest()
    private(set) var holds = RowDigest()
    /// Purchases whose first row comes from entries that are read here.
    var purchases: Int64 = 0

    /// Tables whose rows are counted.
    static let tables: [LedgerTable] = [.keys, .orders, .holds, .members, .purchases]

    init(after start: [LedgerTable: Int64] = [:]) {
        self.start = start
    }

    /// Whether an entry answers a command that may be repeated under its key.
    static func hasKey(_ entry: Entry) -> Bool {
        !entry.event.isConsequence && !entry.cause.idempotencyKey.isEmpty
    }

    /// Counts what an entry adds.
    mutating func count(_ entry: Entry) {
        if RowCounts.hasKey(entry) {
            keys.add(
                key: entry.cause.idempotencyKey,
                KeyRecord(content: entry.cause.contentHash, position: entry.position))
        }
        if case .purchaseRecorded(let recorded) = entry.event {
            let key = OrderKey(channel: entry.cause.channel ?? "", order: recorded.order)
            orders.add(key, entry.position)
        }
        if let ended = entry.event.endedHold { holds.add(hold: ended.id, ended.status) }
    }

    /// The rows that a table should have.
    func expected(_ table: LedgerTable, members: Int64) -> Int64 {
        let before = start[table] ?? 0
        switch table {
        case .keys: return before + keys.count
        case .orders: return before + orders.count
        case .holds: return before + holds.count
        case .purchases: return before + purchases
        case .members: return members
        case .days, .projection: return before
        }
    }
}
