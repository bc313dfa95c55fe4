internal import PointsCore
internal import PointsStore

/// What the journal says beside its members: order, causes, days, the program's own chain, and what the tables that say
/// where things are should hold.
struct JournalPass {
    /// The program's state after the last entry.
    private(set) var state: ProgramState
    /// The days' books after the last entry.
    private(set) var days: [CivilDate: DayBook]
    /// What tables should hold.
    var rows: RowCounts
    /// The entry by which somebody left one member for another, as long as the one is missing by which they came.
    var departure: Entry?
    /// Entries about purchases that were recorded before: 16 bytes each.
    var followUps: [FollowUp] = []
    /// The last row.
    private(set) var position: JournalPosition

    /// How many members there may be.
    private var membersMax: Int64
    /// The entries that brought rules into force.
    private var rulesets: Set<JournalPosition>

    /// An entry about a purchase.
    struct FollowUp: Hashable, Comparable {
        let purchase: JournalPosition
        let entry: JournalPosition

        static func < (left: FollowUp, right: FollowUp) -> Bool {
            (left.purchase, left.entry) < (right.purchase, right.entry)
        }
    }

    /// A pass that goes on from a point; from ``VerifiedPoint/start`` it takes in everything.
    init(after point: VerifiedPoint) {
        state = point.program
        days = Dictionary(uniqueKeysWithValues: point.days.map { ($0.day, $0) })
        rows = RowCounts(after: point.rows)
        position = point.position
        membersMax = point.program.memberCount
        rulesets = Set(point.program.activations.map(\.position))
    }

    /// Takes in the next row, whether or not its bytes can be read.
    mutating func follow(_ row: JournalPosition, into found: inout Verification) {
        // Wrapping: a row that somebody added may have the last number there is.
        let expected = position.number &+ 1
        if row.number != expected {
            found.note(
                .init(
                    invariant: "journal.order", transaction: row,
                    detail: "entry \(expected) is missing"))
        }
        position = row
        membersMax += 1
    }

    /// Takes in what an entry says.
    mutating func fold(
        _ entry: Entry, hash: [UInt8], countingRows: Bool, into found: inout Verification
    ) {
        found.transactions += 1
        found.postings += Int64(entry.postings.count)
        do throws(LedgerFault) {
            // Numbers are given in order, so nobody has a higher one than there are rows.
            if let joined = entry.event.joined,
                joined.id.number <= state.memberCount || joined.id.number > membersMax
            {
                throw .memberMissing(joined.id.number)
            }
            try state.apply(entry, hash: hash)
            // An anonymous sale moves nobody's points.
            let isSomebodys = entry.member > 0 && entry.member <= state.memberCount
            let isPrograms =
                entry.member == Entry.programMember
                && !entry.postings.contains { $0.account.isMembers }
            guard isSomebodys || isPrograms else { throw .memberMissing(entry.member) }
        } catch {
            found.note(error, of: entry)
        }
        follow(movesOf: entry, into: &found)
        if case .rulesActivated = entry.event { rulesets.insert(entry.position) }
        if let missing = missingCause(of: entry) {
            found.note(
                .init(
                    invariant: "cause", member: entry.member, transaction: entry.position,
                    detail: missing))
        }
        fold(entry, intoDayWith: hash, into: &found)
        if countingRows { rows.count(entry) }
    }

    /// Invariant 6: every transaction names its cause.
    private func missingCause(of entry: Entry) -> String? {
        let cause = entry.cause
        if cause.command.isEmpty { return "it names no command" }
        if !rulesets.contains(cause.ruleset) {
            return "entry \(cause.ruleset.number), under whose rules it was decided, activated none"
        }
        // Rules that a process is started with are nobody's command.
        if case .rulesActivated = entry.event, cause.idempotencyKey.isEmpty { return nil }
        if cause.idempotencyKey.isEmpty { return "it names no idempotency key" }
        return cause.contentHash.count == EngineLimits.contentHashBytes
            ? nil : "it does not say what was asked for"
    }

    private mutating func fold(
        _ entry: Entry, intoDayWith hash: [UInt8], into found: inout Verification
    ) {
        let day = DayBook.day(of: entry)
        if case .dayClosed(let seal) = entry.event,
            (days[day] ?? DayBook(day: day)).seal != seal
        {
            found.note(
                .init(
                    invariant: "day.seal", member: entry.member, transaction: entry.position,
                    detail: "the seal of \(day) is not what the journal says of that day"))
        }
        if days[day]?.sealedBy != nil {
            found.note(
                .init(
                    invariant: "day.seal", member: entry.member, transaction: entry.position,
                    detail: "it is booked on \(day), which was sealed before"))
        }
        days[day, default: DayBook(day: day)].apply(entry, hash: hash)
    }

    /// What the accounts of members come to by the books of the days.
    func memberTotals() -> WalletTotals {
        var totals = WalletTotals()
        for book in days.values {
            for total in book.totals { totals.add(total.points, on: total.account) }
        }
        return totals
    }
}
