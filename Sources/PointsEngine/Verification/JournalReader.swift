internal import PointsCore
internal import PointsStore

/// Reads the journal once through a conveyor: rows are read and folded on this thread, which has the connection, and
/// their bytes are decoded and hashed wherever a core is free.
struct JournalReader {
    /// The hash of the last row of each chain.
    private var heads: [Int64: [UInt8]]
    /// The members whose chains are looked at.
    let members: ClosedRange<Int64>

    private let conveyor = Conveyor<[LinkedRecord], [CheckedRecord]> { $0.map(CheckedRecord.init) }

    /// - Parameter heads: Where chains stand before the first row that is read.
    init(members: ClosedRange<Int64>, heads: [Int64: [UInt8]] = [:]) {
        self.members = members
        self.heads = heads
    }

    /// Says where a chain stands before the first row that is read.
    mutating func setHead(of member: Int64, _ hash: [UInt8]) { heads[member] = hash }

    /// Gives every row after a position, through another, in order.
    ///
    /// - Parameter isFiltered: Whether rows of members outside the range are left out, or given without a look at their chain.
    mutating func read(
        _ store: LedgerStore, after first: JournalPosition, through last: JournalPosition,
        filtered isFiltered: Bool, _ body: (CheckedRecord) throws(StoreError) -> Void
    ) throws(StoreError) {
        var batch: [LinkedRecord] = []
        batch.reserveCapacity(EngineLimits.verifyRecordsPerBatch)
        try store.forEachRecord(
            after: first, through: last,
            members: isFiltered ? members : Int64.min...Int64.max
        ) { record throws(StoreError) in
            batch.append(link(record))
            guard batch.count == EngineLimits.verifyRecordsPerBatch else { return }
            conveyor.put(batch)
            batch.removeAll(keepingCapacity: false)
            batch.reserveCapacity(EngineLimits.verifyRecordsPerBatch)
            if conveyor.count > EngineLimits.verifyBatchesMax { try take(body) }
        }
        if !batch.isEmpty { conveyor.put(batch) }
        while conveyor.count > 0 { try take(body) }
    }

    private mutating func link(_ record: JournalRecord) -> LinkedRecord {
        guard members.contains(record.member) || record.member == Entry.programMember else {
            return LinkedRecord(record: record, previousHash: nil)
        }
        let previous = heads.updateValue(record.hash, forKey: record.member)
        return LinkedRecord(record: record, previousHash: previous ?? [])
    }

    private func take(_ body: (CheckedRecord) throws(StoreError) -> Void) throws(StoreError) {
        for checked in conveyor.next() ?? [] { try body(checked) }
    }
}
