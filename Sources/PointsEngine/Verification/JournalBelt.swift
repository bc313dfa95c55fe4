internal import PointsCore
internal import PointsStore

/// Reads rows of the journal and sends them through a conveyor: this thread, which has the connection, reads them and takes
/// the results in order, and the work is done wherever a core is free.
struct JournalBelt<Load: Sendable, Output: Sendable> {
    private let conveyor: Conveyor<[Load], [Output]>

    /// A belt on which this is done to each load.
    init(_ work: @escaping @Sendable (Load) -> Output) {
        conveyor = Conveyor { $0.map(work) }
    }

    /// Gives the result for every row after a position, through another, in order.
    ///
    /// - Parameters:
    ///   - store: Where the journal is.
    ///   - first: The position before the first row.
    ///   - last: The position of the last row, or any after it.
    ///   - members: Whose rows are read.
    ///   - load: What a row is sent along as.
    ///   - body: Takes each result.
    /// - Throws: ``StoreError``
    func read(
        _ store: LedgerStore, after first: JournalPosition, through last: JournalPosition,
        members: ClosedRange<Int64> = Int64.min...Int64.max, as load: (JournalRecord) -> Load,
        _ body: (Output) throws(StoreError) -> Void
    ) throws(StoreError) {
        var batch: [Load] = []
        batch.reserveCapacity(EngineLimits.verifyRecordsPerBatch)
        try store.forEachRecord(
            after: first, through: last, members: members
        ) { record throws(StoreError) in
            batch.append(load(record))
            guard batch.count == EngineLimits.verifyRecordsPerBatch else { return }
            conveyor.put(batch)
            batch.removeAll(keepingCapacity: false)
            batch.reserveCapacity(EngineLimits.verifyRecordsPerBatch)
            if conveyor.count > EngineLimits.verifyBatchesMax { try take(body) }
        }
        if !batch.isEmpty { conveyor.put(batch) }
        while conveyor.count > 0 { try take(body) }
    }

    private func take(_ body: (Output) throws(StoreError) -> Void) throws(StoreError) {
        for output in conveyor.next() ?? [] { try body(output) }
    }
}
