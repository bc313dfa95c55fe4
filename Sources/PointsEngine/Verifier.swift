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
        var pass = JournalPass(store: store, projected: projected)
        try store.forEachRecord { record throws(StoreError) in pass.take(record) }
        try pass.finish(program: program)
        result = pass.found
        var first: Int64 = 1
        while first <= pass.state.memberCount {
            let last = min(
                first + EngineLimits.verifyMembersPerPass - 1, pass.state.memberCount)
            try verifyMembers(first...last)
            first = last + 1
        }
        return result
    }
}

// MARK: - Checks of one entry

extension Verifier {
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
}
