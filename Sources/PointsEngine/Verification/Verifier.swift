internal import PointsCore
internal import PointsStore

/// Recomputes every invariant of the ledger from the journal and compares the projections with it.
///
/// One pass reads the journal up to the entry that the projections stand for; then rows are compared; then the rest is
/// read. As many members are folded on the way as fit into memory; if there are more, the journal is read again for them.
/// The fold is the one that live commands use.
final class Verifier {
    let store: LedgerStore
    /// The entry that the projections stand for.
    let projected: JournalPosition
    /// The point after which everything is checked.
    let point: VerifiedPoint
    var found = Verification()
    var pass: JournalPass
    var group: MemberGroup
    var reader: JournalReader
    /// Where each member stands at the projections' entry.
    var heads: [JournalPosition]

    private let keptProgram: ProgramState
    private let membersPerPass: Int64
    private let show: (WorkProgress) -> Void
    private var last = JournalPosition.none
    private var totals = WalletTotals()
    private var isWhole = true

    init(
        store: LedgerStore, after point: VerifiedPoint,
        membersPerPass: Int64 = EngineLimits.verifyMembersPerPass,
        progress: @escaping (WorkProgress) -> Void
    ) throws(StoreError) {
        self.store = store
        self.point = point
        self.membersPerPass = membersPerPass
        show = progress
        (projected, keptProgram) = try store.projected()
        pass = JournalPass(after: point)
        heads = point.heads
        let isFromStart = point.position == .none
        let range = 1...(isFromStart ? membersPerPass : Int64.max)
        group = MemberGroup(range)
        reader = JournalReader(members: range, after: point)
    }

    /// Everything after the point.
    ///
    /// - Returns: What was found; `nil` if that cannot be told without reading everything.
    func run() throws(StoreError) -> VerificationReport? {
        last = try store.lastPosition()
        if point.position != .none {
            guard try loadTouchedMembers() else { return nil }
        }
        try read(through: projected, of: .verify)
        let rowsAtProjected = pass
        try compareMembers()
        noteHeads()
        try compareProgram()
        try read(through: JournalPosition(Int64.max), of: .verify)
        try compareRules()
        guard try comparePurchases() else { return nil }
        try compareCounts(of: rowsAtProjected)
        settleGroup()
        if point.position == .none { try readFurtherMembers() }
        checkTotals()
        return VerificationReport(
            found: found, start: point.position, point: try newPoint(from: rowsAtProjected))
    }

    private func read(
        through end: JournalPosition, of step: WorkProgress.Step, filtered isFiltered: Bool = false,
        after start: JournalPosition? = nil
    ) throws(StoreError) {
        let start = start ?? pass.position
        let isProjected = end == projected
        var done = start.number
        try reader.read(store, after: start, through: end, filtered: isFiltered) {
            (checked) throws(StoreError) in
            if isFiltered { takeAgain(checked) } else { take(checked, countingRows: isProjected) }
            done = checked.position.number
            if done % EngineLimits.progressEntries == 0 {
                show(WorkProgress(step: step, done: done, total: last.number))
            }
        }
        show(WorkProgress(step: step, done: done, total: last.number))
    }
}

// MARK: - Entries

extension Verifier {
    private func take(_ checked: CheckedRecord, countingRows: Bool) {
        pass.follow(checked.position, into: &found)
        if let difference = checked.difference {
            found.note(difference)
            group.leaveOut(checked.member)
        }
        guard let entry = checked.entry else { return }
        pass.fold(entry, hash: checked.hash, countingRows: countingRows, into: &found)
        fold(entry, hash: checked.hash)
        if let purchase = entry.event.purchase,
            entry.member == Entry.programMember || !group.isBroken(entry.member)
        {
            pass.followUps.append(.init(purchase: purchase, entry: entry.position))
        }
    }

    /// What follows a broken link means nothing: the first one is named, and the member is left out.
    func fold(_ entry: Entry, hash: [UInt8]) {
        guard group.range.contains(entry.member), entry.member <= pass.state.memberCount,
            !group.isBroken(entry.member)
        else { return }
        do throws(LedgerFault) {
            try group.fold(entry, hash: hash)
        } catch {
            found.note(error, of: entry)
        }
    }

    /// Takes in a row that another pass took in already, for the member alone.
    private func takeAgain(_ checked: CheckedRecord) {
        if let difference = checked.difference {
            if difference.invariant.hasPrefix("chain") { found.note(difference) }
            group.leaveOut(checked.member)
        }
        if let entry = checked.entry { fold(entry, hash: checked.hash) }
    }

    /// Reads the journal again for members that did not fit in.
    private func readFurtherMembers() throws(StoreError) {
        var first = membersPerPass + 1
        while first <= pass.state.memberCount {
            let range = first...(first + membersPerPass - 1)
            group = MemberGroup(range)
            reader = JournalReader(members: range)
            try read(through: projected, of: .members, filtered: true, after: JournalPosition.none)
            try compareMembers()
            noteHeads()
            try read(
                through: JournalPosition(Int64.max), of: .members, filtered: true, after: projected)
            settleGroup()
            first = range.upperBound + 1
        }
    }

    private func settleGroup() {
        totals.add(group.totals())
        isWhole = isWhole && group.isWhole
    }

    private func noteHeads() {
        for member in group.all {
            let place = Int(member.id.number) - 1
            while heads.count <= place { heads.append(.none) }
            heads[place] = member.head.position
        }
    }

    /// Invariant 4, once more over everything: what members hold is what the days' books say was moved to them.
    private func checkTotals() {
        pass.checkArrival(into: &found)
        guard point.position == .none, isWhole, totals != pass.memberTotals() else { return }
        found.note(
            .init(
                invariant: "accounts",
                detail: "the members' accounts are not what the days' books come to"))
    }
}

// MARK: - The end

extension Verifier {
    /// Compares the program's state and the days' books with what was read.
    private func compareProgram() throws(StoreError) {
        if pass.position < projected {
            found.note(
                .init(
                    invariant: "journal.order",
                    detail: "the projections stand for entry \(projected.number); the journal ends "
                        + "at \(pass.position.number)"))
        }
        if pass.state != keptProgram {
            found.note(
                .init(
                    invariant: "projection.program",
                    detail: "the program's state differs from the journal's at \(projected.number)")
            )
        }
        try compareDays()
    }

    /// Every set of rules that was ever activated is kept as it was: returns are judged by it.
    func compareRules() throws(StoreError) {
        for activation in pass.state.rules.activations {
            var problem: String?
            do throws(StoreError) {
                if try store.rules(hash: activation.hash) == nil { problem = "is missing" }
            } catch {
                guard case .damaged = error else { throw error }
                problem = "is not what was kept"
            }
            guard let problem else { continue }
            let hash = Hexadecimal.text(of: activation.hash)
            found.note(
                .init(
                    invariant: "rules", transaction: activation.position,
                    detail: "the content of the rules \(hash) \(problem)"))
        }
    }

    private func newPoint(from pass: JournalPass) throws(StoreError) -> VerifiedPoint? {
        guard found.isOK, projected > .none else { return nil }
        let hash = try store.record(at: projected)?.hash ?? []
        let members = pass.state.memberCount
        let counts = RowCounts.tables.map { ($0, self.pass.rows.expected($0, members: members)) }
        return VerifiedPoint(
            position: projected, hash: hash, program: pass.state,
            days: pass.days.values.sorted { $0.day < $1.day },
            rows: Dictionary(uniqueKeysWithValues: counts), heads: heads)
    }
}
