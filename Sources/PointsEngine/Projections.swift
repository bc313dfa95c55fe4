internal import PointsCore
internal import PointsStore

/// The fold of the journal: what was written by the last flush, and over it what was folded since.
///
/// Live commands, the replay at start and a rebuild all go through ``apply(_:_:)``. Reads look here first and into
/// the database second, so that it does not matter when rows are written.
final class Projections {
    /// The last entry folded.
    private(set) var position: JournalPosition
    /// The program's state there.
    private(set) var program: ProgramState

    private let store: LedgerStore
    private var members: [Int64: Member] = [:]
    private var purchases: [JournalPosition: Purchase] = [:]
    private var holds: [JournalPosition: HoldProgress] = [:]
    private var orders: [OrderKey: JournalPosition] = [:]
    private var keys: [ExactText: KeyRecord] = [:]
    private var days: [CivilDate: DayBook] = [:]

    /// What the last flush wrote, with the rest of the journal, or of it through an entry, folded over it.
    init(
        store: LedgerStore, through last: JournalPosition = JournalPosition(Int64.max),
        progress: (JournalPosition) -> Void = { _ in }
    ) throws(EngineError) {
        self.store = store
        do throws(StoreError) {
            (position, program) = try store.projected()
        } catch {
            throw .store(error)
        }
        try replay(through: last, progress)
    }

    /// Folds the journal piece by piece; rows are written on the way if they get too many.
    private func replay(
        through last: JournalPosition, _ progress: (JournalPosition) -> Void
    ) throws(EngineError) {
        var before = JournalPosition.none
        while position < last {
            before = position
            let end = min(last, JournalPosition(before.number + EngineLimits.replayEntriesPerRead))
            try replayPiece(through: end)
            if position == before { return }
            progress(position)
            guard unflushedRows > EngineLimits.replayRowsMax else { continue }
            do throws(StoreError) {
                try flush()
            } catch {
                throw .store(error)
            }
        }
    }

    private func replayPiece(through last: JournalPosition) throws(EngineError) {
        var fault: EngineError?
        do throws(StoreError) {
            try store.forEachRecord(after: position, through: last) { record throws(StoreError) in
                guard fault == nil else { return }
                let entry = try record.entry()
                do throws(LedgerFault) {
                    try check(entry, of: record)
                    try apply(entry, hash: record.hash)
                } catch {
                    fault = .journal(entry.position, error)
                }
            }
        } catch {
            throw .store(error)
        }
        if let fault { throw fault }
    }

    /// Checks that an entry is the one that its row and the chain of its member say.
    private func check(_ entry: Entry, of record: JournalRecord) throws(LedgerFault) {
        guard entry.position == record.position, entry.member == record.member,
            record.position == position.next
        else { throw .chainBroken(expected: position.next, found: record.position) }
        var hash = program.head.hash
        if entry.member != Entry.programMember {
            let before = try loaded { () throws(StoreError) in try member(entry.member) }
            hash = before?.head.hash ?? []
        }
        guard Entry.hash(of: record.body, after: hash) == record.hash else {
            throw .hashBroken(record.position)
        }
    }
}

// MARK: - The fold

extension Projections {
    /// Folds an entry that follows all that were folded before.
    func apply(_ entry: Entry, hash: [UInt8]) throws(LedgerFault) {
        try program.apply(entry, hash: hash)
        if entry.member != Entry.programMember {
            let before = try loaded { () throws(StoreError) in try member(entry.member) }
            members[entry.member] = try Member.folding(entry, hash: hash, into: before)
        }
        for key in entry.orderKeys { orders[key] = entry.position }
        switch entry.event {
        case .purchaseConfirmed, .purchaseReturned, .pendingMatured:
            guard let id = entry.event.purchase,
                var purchase = try loaded({ () throws(StoreError) in try purchase(id) })
            else { throw .purchaseMissing(entry.position) }
            try purchase.apply(entry)
            purchases[id] = purchase
        default: break
        }
        for id in entry.touchedHolds {
            var hold =
                try loaded { () throws(StoreError) in try holdProgress(id) } ?? HoldProgress()
            try hold.apply(entry, to: id)
            holds[id] = hold
        }
        if RowCounts.hasKey(entry) {
            keys[ExactText(entry.cause.idempotencyKey)] = KeyRecord(
                content: entry.cause.contentHash, position: entry.position)
        }
        let day = DayBook.day(of: entry)
        if days[day] == nil {
            days[day] =
                try loaded { () throws(StoreError) in try store.day(day) } ?? DayBook(day: day)
        }
        // In place: a day's totals are the same few accounts for every entry.
        days[day]?.apply(entry, hash: hash)
        position = entry.position
    }

    private func loaded<Value>(
        _ load: () throws(StoreError) -> Value
    ) throws(LedgerFault) -> Value {
        do throws(StoreError) {
            return try load()
        } catch {
            throw .unloadable(error.message)
        }
    }
}

// MARK: - Reading

extension Projections {
    /// A member's state.
    func member(_ number: Int64) throws(StoreError) -> Member? {
        if let member = members[number] { return member }
        return try store.member(number)
    }

    /// Members from a range for whom something is due, in order, and through which number of it that is all.
    func members(
        in range: ClosedRange<Int64>, due horizon: DueHorizon, atMost countMax: Int
    ) throws(StoreError) -> (numbers: [Int64], through: Int64) {
        let rows = try store.members(in: range, due: horizon, atMost: countMax)
        var through = range.upperBound
        if rows.count == countMax, let last = rows.last { through = last }
        // What was folded since its row was written is judged by what it is now.
        var numbers = rows.filter { members[$0] == nil }
        for (number, member) in members
        where (range.lowerBound...through).contains(number)
            && horizon.reaches(MemberDue(member))
        {
            numbers.append(number)
        }
        return (numbers.sorted(), through)
    }

    /// A purchase with what has become of it.
    func purchase(_ id: JournalPosition) throws(StoreError) -> Purchase? {
        if let purchase = purchases[id] { return purchase }
        guard let record = try store.record(at: id), var purchase = Purchase(try record.entry())
        else { return nil }
        guard let progress = try store.purchaseProgress(id) else { return purchase }
        do throws(LedgerFault) {
            try purchase.restoreProgress(progress)
        } catch {
            throw .damaged(table: "purchases", problem: error.message)
        }
        return purchase
    }

    /// The purchase that a reference names.
    func purchase(_ reference: PurchaseReference) throws(StoreError) -> Purchase? {
        switch reference {
        case .id(let id): return try purchase(id)
        case .order(let channel, let order):
            guard let id = try self.order(OrderKey(channel: channel, order: order)) else {
                return nil
            }
            return try purchase(id)
        }
    }

    /// What has become of a hold; `nil` if nothing has.
    func holdProgress(_ id: JournalPosition) throws(StoreError) -> HoldProgress? {
        if let hold = holds[id] { return hold }
        return try store.holdProgress(id)
    }

    /// The entry that has an order number, or the reference of an activity.
    func order(_ key: OrderKey) throws(StoreError) -> JournalPosition? {
        if let position = orders[key] { return position }
        return try store.order(key)
    }

    /// What was done under a key.
    func key(_ key: String) throws(StoreError) -> KeyRecord? {
        if let record = keys[ExactText(key)] { return record }
        return try store.key(key)
    }

    /// The running totals of a day.
    func day(_ day: CivilDate) throws(StoreError) -> DayBook? {
        if let book = days[day] { return book }
        return try store.day(day)
    }
}

// MARK: - Flushing

extension Projections {
    /// Rows folded since the last flush.
    var unflushedRows: Int {
        members.count + purchases.count + holds.count + orders.count + keys.count + days.count
    }

    /// Writes what was folded since the last flush, in the order of the keys, in a transaction of its own.
    func flush() throws(StoreError) {
        guard try store.projected().0 < position else { return }
        var rows = ProjectionRows(position: position, program: program.record())
        rows.members = members.keys.sorted().compactMap { number in
            members[number].map { MemberRow($0) }
        }
        rows.purchases = purchases.keys.sorted().compactMap { id in
            purchases[id].map { (id.number, $0.progressRecord()) }
        }
        rows.days = days.keys.sorted().compactMap { day in
            days[day].map { (Int64(day.dayNumber), $0.record()) }
        }
        rows.holds = holds.sorted { $0.key < $1.key }.map { ($0.key.number, $0.value.record()) }
        rows.orders = orders.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        rows.keys = keys.sorted { $0.key < $1.key }.map { ($0.key.text, $0.value) }
        do throws(StoreError) {
            try store.begin()
            try store.project(rows)
            try store.commit()
        } catch {
            store.rollback()
            throw error
        }
        members.removeAll(keepingCapacity: true)
        purchases.removeAll(keepingCapacity: true)
        holds.removeAll(keepingCapacity: true)
        orders.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        days.removeAll(keepingCapacity: true)
    }
}
