internal import PointsCore
internal import PointsStore

/// Looks at people that wait to be written down.
///
/// No look waits for the disk: they go with the next commit, or when enough have gathered. A process that is cut off loses
/// those that wait.
struct AuditLog {
    private var waiting: [LookRow] = []
    /// How many of them are written in the transaction that is open.
    private var writtenCount = 0

    /// Takes a look in.
    mutating func add(_ look: LookRow) {
        waiting.append(look)
    }

    /// Whether something is written in the open transaction, or too much waits.
    var wantsCommit: Bool { writtenCount > 0 || waiting.count >= EngineLimits.auditWaitingMax }

    /// Whether the first has waited long enough.
    func isDue(at now: Instant) -> Bool {
        guard let first = waiting.first else { return false }
        return wantsCommit || now >= first.at.adding(seconds: EngineLimits.auditWaitSeconds)
    }

    /// Whether anything waits.
    var isEmpty: Bool { waiting.isEmpty }

    /// Writes what waits into the open transaction.
    mutating func write(to store: LedgerStore) throws(StoreError) {
        while writtenCount < waiting.count {
            try store.append(waiting[writtenCount])
            writtenCount += 1
        }
    }

    /// What was written is on disk.
    mutating func committed() {
        waiting.removeFirst(writtenCount)
        writtenCount = 0
    }

    /// What was written is gone with the transaction.
    mutating func rolledBack() {
        writtenCount = 0
    }
}
