internal import PointsCore
internal import PointsStore

/// What the tables that say where things are should hold.
struct RowCounts {
    /// Rows before the first entry that is read here.
    private let start: [LedgerTable: Int64]
    private(set) var keys = RowDigest()
    private(set) var orders = RowDigest()
    private(set) var holds = RowDigest()
    /// Holds of which a part is captured and the rest is open.
    private var captured: [JournalPosition: HoldProgress] = [:]
    /// Purchases whose first row comes from entries that are read here.
    var purchases: Int64 = 0

    /// Tables whose rows are counted.
    static let tables: [LedgerTable] = [.keys, .orders, .holds, .members, .purchases]

    init(after start: [LedgerTable: Int64] = [:]) {
        self.start = start
    }

    /// Whether an entry answers a command that may be repeated under its key.
    static func hasKey(_ entry: Entry) -> Bool {
        entry.event.answersCommand && !entry.cause.idempotencyKey.isEmpty
    }

    /// Counts what an entry adds.
    mutating func count(_ entry: Entry) {
        if RowCounts.hasKey(entry) {
            keys.add(
                key: entry.cause.idempotencyKey,
                KeyRecord(content: entry.cause.contentHash, position: entry.position))
        }
        for key in entry.orderKeys {
            if case .purchaseRecorded(let recorded) = entry.event,
                let before = recorded.takesOrderFrom
            {
                orders.remove(key, before)
            }
            orders.add(key, entry.position)
        }
        for id in entry.touchedHolds { countHold(id, entry) }
    }

    /// What cannot be folded is named where its member's chain is followed.
    private mutating func countHold(_ id: JournalPosition, _ entry: Entry) {
        let before = captured.removeValue(forKey: id)
        if let before { holds.remove(id, before) }
        var hold = before ?? HoldProgress()
        try? hold.apply(entry, to: id)
        holds.add(id, hold)
        if hold.status == .open { captured[id] = hold }
    }

    /// Takes in what an entry before the first that is counted did to holds: their rows are there already.
    mutating func recall(_ entry: Entry) {
        for id in entry.touchedHolds {
            var hold = captured.removeValue(forKey: id) ?? HoldProgress()
            try? hold.apply(entry, to: id)
            if hold.status == .open { captured[id] = hold }
        }
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
