internal import PointsCore
internal import PointsStore

/// Recomputes every invariant of the ledger from the journal and compares the projections with it.
///
/// One pass checks the order, the days and the program's own chain; then the members are folded in groups, so
/// that memory does not grow with their number. The fold is the one that live commands use.
struct Verifier {
    let store: LedgerStore
    /// The entry that the projections stand for.
    let projected: JournalPosition
    var result = Verification()

    private let program: ProgramState

    init(store: LedgerStore) throws(StoreError) {
        self.store = store
        (projected, program) = try store.projected()
    }

    /// Everything, from the first entry to the last.
    mutating func run() throws(StoreError) -> Verification {
        let members = try verifyOrderAndDays()
        var first: Int64 = 1
        while first <= members {
            let last = min(first + EngineLimits.verifyMembersPerPass - 1, members)
            try verifyMembers(first...last)
            first = last + 1
        }
        return result
    }
}

// MARK: - The journal as a whole

extension Verifier {
    /// - Returns: How many members the journal knows.
    private mutating func verifyOrderAndDays() throws(StoreError) -> Int64 {
        var state = ProgramState()
        var frozen: ProgramState?
        var days: [CivilDate: DayBook] = [:]
        var projectedDays: [CivilDate: DayBook]?
        var seals: [(JournalPosition, DayClosed)] = []
        var expected = JournalPosition.none.next
        var found = Verification()
        try store.forEachRecord { record throws(StoreError) in
            if record.position > projected, frozen == nil {
                frozen = state
                projectedDays = days
            }
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
            Verifier.note(entry, into: &found) { () throws(LedgerFault) in
                if entry.member == Entry.programMember {
                    try Verifier.checkHash(record, after: state.head.hash)
                    try Verifier.checkPurchase(entry, in: store)
                }
                try state.apply(entry, hash: record.hash)
            }
            let day = DayBook.day(of: entry)
            days[day, default: DayBook(day: day)].apply(entry, hash: record.hash)
            if case .dayClosed(let seal) = entry.event { seals.append((entry.position, seal)) }
        }
        for (position, seal) in seals where (days[seal.day] ?? DayBook(day: seal.day)).seal != seal
        {
            found.note(
                .init(
                    invariant: "day.seal", transaction: position,
                    detail: "the seal of \(seal.day) is not what the journal says of that day"))
        }
        try compareDays(projectedDays ?? days, into: &found)
        if (frozen ?? state) != program {
            found.note(
                .init(
                    invariant: "projection.program",
                    detail: "the program's state differs from the journal's at \(projected.number)")
            )
        }
        result = found
        return state.memberCount
    }

    private func compareDays(
        _ days: [CivilDate: DayBook], into found: inout Verification
    ) throws(StoreError) {
        let kept = try store.days()
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

    /// The entry, unless its bytes cannot be read or contradict the row.
    static func entry(of record: JournalRecord, into found: inout Verification) -> Entry? {
        do throws(StoreError) {
            let entry = try record.entry()
            if entry.position == record.position, entry.member == record.member { return entry }
            found.note(
                .init(
                    invariant: "journal.row", transaction: record.position,
                    detail: "the row and its entry disagree about place or member"))
        } catch {
            found.note(
                .init(
                    invariant: "journal.bytes", transaction: record.position,
                    detail: error.message))
        }
        return nil
    }

    /// Notes a fault of an entry under the invariant that it breaks.
    static func note(
        _ entry: Entry, into found: inout Verification,
        _ check: () throws(LedgerFault) -> Void
    ) {
        do throws(LedgerFault) {
            try check()
        } catch {
            found.note(
                .init(
                    invariant: error.invariant, member: entry.member,
                    transaction: entry.position, detail: error.message))
        }
    }

    /// Checks that the row's hash ties it to the entry before.
    static func checkHash(
        _ record: JournalRecord, after previous: [UInt8]
    ) throws(LedgerFault) {
        guard Entry.hash(of: record.body, after: previous) == record.hash else {
            throw .hashBroken(record.position)
        }
    }

    /// Checks that a purchase is found under its order number.
    static func checkPurchase(
        _ entry: Entry, in store: LedgerStore
    ) throws(LedgerFault) {
        guard case .purchaseRecorded(let recorded) = entry.event else { return }
        let key = OrderKey(channel: entry.cause.channel ?? "", order: recorded.order)
        do throws(StoreError) {
            let (projected, _) = try store.projected()
            guard entry.position <= projected else { return }
            guard try store.order(key) == entry.position else {
                throw StoreError.damaged(table: "orders", problem: "\(key.order) is not kept")
            }
        } catch {
            throw .unloadable(error.message)
        }
    }
}
