internal import PointsCore
internal import PointsStore

/// One reading of the journal from the first entry to the last: order, days, the program's own chain, and the tables
/// that say where things are.
struct JournalPass {
    /// The entry that the projections stand for.
    let projected: JournalPosition
    /// What was found so far.
    private(set) var found = Verification()
    /// The program's state after the last entry.
    private(set) var state = ProgramState()

    private let store: LedgerStore
    private var expected = JournalPosition.none.next
    private var days: [CivilDate: DayBook] = [:]
    private var seals: [(position: JournalPosition, seal: DayClosed)] = []
    private var rows = RowCounts()
    /// Anonymous sales to which something happened, up to the projections' position.
    private var sales: [JournalPosition: Purchase] = [:]
    /// What the projections should say: everything as it stood at their position.
    private var kept: (state: ProgramState, days: [CivilDate: DayBook], rows: RowCounts)?

    init(store: LedgerStore, projected: JournalPosition) {
        self.store = store
        self.projected = projected
    }

    /// Takes in the next row.
    mutating func take(_ record: JournalRecord) {
        if record.position > projected, kept == nil { kept = (state, days, rows) }
        if record.position != expected {
            found.note(
                .init(
                    invariant: "journal.order", transaction: record.position,
                    detail: "entry \(expected.number) is missing"))
        }
        expected = record.position.next
        guard let entry = Verifier.entry(of: record, into: &found) else { return }
        found.transactions += 1
        found.postings += Int64(entry.postings.count)
        fold(entry, of: record)
        let day = DayBook.day(of: entry)
        days[day, default: DayBook(day: day)].apply(entry, hash: record.hash)
        if case .dayClosed(let seal) = entry.event { seals.append((entry.position, seal)) }
        guard record.position <= projected else { return }
        rows.count(entry)
        foldSale(entry)
        let store = store
        note(entry) { () throws(LedgerFault) in
            try JournalPass.checkPlaces(of: entry, in: store)
        }
    }

    private mutating func fold(_ entry: Entry, of record: JournalRecord) {
        let before = state.head.hash
        var next = state
        note(entry) { () throws(LedgerFault) in
            if entry.member == Entry.programMember {
                try Verifier.checkHash(record, after: before)
            }
            try next.apply(entry, hash: record.hash)
            guard entry.member <= next.memberCount else { throw .memberMissing(entry.member) }
        }
        state = next
    }

    /// Anonymous sales are the program's own; those of members are folded with their buyers.
    private mutating func foldSale(_ entry: Entry) {
        guard entry.member == Entry.programMember, let id = entry.event.purchase else { return }
        let store = store
        var sale = sales[id]
        note(entry) { () throws(LedgerFault) in
            if sale == nil { sale = try Verifier.recordedPurchase(id, in: store) }
            try sale?.apply(entry)
        }
        sales[id] = sale
    }

    private mutating func note(_ entry: Entry, _ check: () throws(LedgerFault) -> Void) {
        Verifier.note(entry, into: &found, check)
    }

    /// Checks that an entry is found under its key, and a purchase under its order number.
    private static func checkPlaces(
        of entry: Entry, in store: LedgerStore
    ) throws(LedgerFault) {
        do throws(StoreError) {
            if RowCounts.hasKey(entry) {
                let record = try store.key(entry.cause.idempotencyKey)
                guard record?.position == entry.position,
                    record?.content == entry.cause.contentHash
                else {
                    throw StoreError.damaged(
                        table: "keys", problem: "the entry's key is not kept")
                }
            }
            guard let key = entry.orderKey else { return }
            // A sale that replaces another under the same number stands in its place.
            guard let found = try store.order(key), found >= entry.position else {
                throw StoreError.damaged(
                    table: "orders", problem: "\(key.order.text) is not kept")
            }
        } catch {
            throw .unloadable(error.message)
        }
    }

    // MARK: At the end

    /// Compares seals and projections with what was read.
    mutating func finish(program: ProgramState) throws(StoreError) {
        for (position, seal) in seals where days[seal.day]?.seal != seal {
            found.note(
                .init(
                    invariant: "day.seal", transaction: position,
                    detail: "the seal of \(seal.day) is not what the journal says of that day"))
        }
        let kept = kept ?? (state, days, rows)
        try compare(kept.days)
        try Verifier.compare(sales, in: store, into: &found)
        if kept.state != program {
            found.note(
                .init(
                    invariant: "projection.program",
                    detail: "the program's state differs from the journal's at \(projected.number)")
            )
        }
        for (table, count) in kept.rows.expected(members: kept.state.memberCount) {
            let rows = try store.count(of: table)
            guard rows != count else { continue }
            found.note(
                .init(
                    invariant: "projection.\(table.rawValue)",
                    detail: "\(rows) rows are kept; the journal has \(count)"))
        }
    }

    private mutating func compare(_ days: [CivilDate: DayBook]) throws(StoreError) {
        let kept: [DayBook]
        do throws(StoreError) {
            kept = try store.days()
        } catch {
            found.note(.init(invariant: "projection.days", detail: error.message))
            return
        }
        for book in kept where days[book.day] != book {
            found.note(
                .init(
                    invariant: "projection.days",
                    detail: "the totals of \(book.day) differ from the journal's"))
        }
        if kept.count != days.count {
            found.note(
                .init(
                    invariant: "projection.days",
                    detail: "\(kept.count) days are kept; the journal has \(days.count)"))
        }
    }
}
