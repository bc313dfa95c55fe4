internal import PointsCore
internal import PointsStore

// MARK: - Members

extension Verifier {
    private struct KeptMember: Sendable {
        let row: MemberRow
        let member: Member?

        var isSame: Bool { member.map(MemberRow.init) == row }
    }

    /// Compares the members of the group with the rows that stand for the same entry.
    func compareMembers() throws(StoreError) {
        let conveyor = Conveyor<[KeptMember], [Int64]> { rows in
            rows.filter { !$0.isSame }.map(\.row.number)
        }
        var batch: [KeptMember] = []
        var rowCount = 0
        func take(_ row: MemberRow) {
            rowCount += 1
            guard !group.isBroken(row.number) else { return }
            let member = group.member(row.number)
            found.members += 1
            found.lots += Int64(member?.wallet.lots.count ?? 0)
            batch.append(KeptMember(row: row, member: member))
            guard batch.count == EngineLimits.verifyRecordsPerBatch else { return }
            conveyor.put(batch)
            batch = []
            if conveyor.count > EngineLimits.verifyBatchesMax { noteMembers(conveyor.next() ?? []) }
        }
        if point.position == .none {
            try store.forEachMember(in: group.range) { row throws(StoreError) in take(row) }
        } else {
            for member in group.all {
                let number = member.id.number
                try store.forEachMember(in: number...number) { row throws(StoreError) in
                    take(row)
                }
            }
        }
        conveyor.put(batch)
        while let numbers = conveyor.next() { noteMembers(numbers) }
        if rowCount < group.count { try nameMissingMembers() }
    }

    private func noteMembers(_ numbers: [Int64]) {
        for number in numbers {
            found.members -= 1
            found.note(
                .init(
                    invariant: "projection.members", member: number,
                    detail: "the kept state differs from the journal's"))
        }
    }

    private func nameMissingMembers() throws(StoreError) {
        for member in group.all where !group.isBroken(member.id.number) {
            let number = member.id.number
            var isThere = false
            try store.forEachMember(in: number...number) { _ throws(StoreError) in
                isThere = true
            }
            guard !isThere else { continue }
            found.note(
                .init(
                    invariant: "projection.members", member: number,
                    detail: "the member has no row"))
            if found.differences.count >= Verification.differencesMax { return }
        }
    }
}

// MARK: - Days, places and counts

extension Verifier {
    /// Compares the books of all days.
    func compareDays() throws(StoreError) {
        let kept: [DayBook]
        do throws(StoreError) {
            kept = try store.days()
        } catch {
            found.note(.init(invariant: "projection.days", detail: error.message))
            return
        }
        for book in kept where pass.days[book.day] != book {
            found.note(
                .init(
                    invariant: "projection.days",
                    detail: "the totals of \(book.day) differ from the journal's"))
        }
        if kept.count != pass.days.count {
            found.note(
                .init(
                    invariant: "projection.days",
                    detail: "\(kept.count) days are kept; the journal has \(pass.days.count)"))
        }
    }

    /// Compares the tables that say where things are with what the entries up to the projections' say.
    func compareCounts(of kept: JournalPass) throws(StoreError) {
        for table in RowCounts.tables {
            let rows = try store.count(of: table)
            let expected = pass.rows.expected(table, members: kept.state.memberCount)
            guard rows != expected else { continue }
            found.note(
                .init(
                    invariant: "projection.\(table.rawValue)",
                    detail: "\(rows) rows are kept; the journal has \(expected)"))
        }
        if point.position == .none {
            let keys = try store.keyDigest()
            let orders = try store.orderDigest()
            let holds = try store.holdDigest()
            var differing: [LedgerTable] = []
            if keys != pass.rows.keys { differing.append(.keys) }
            if orders != pass.rows.orders { differing.append(.orders) }
            if holds != pass.rows.holds { differing.append(.holds) }
            guard !differing.isEmpty else { return }
            try namePlaces()
            for table in differing { nameTable(table) }
            return
        }
        try namePlaces()
    }

    /// Says of a table that it differs, where no entry could be named.
    private func nameTable(_ table: LedgerTable) {
        let invariant = "projection.\(table.rawValue)"
        guard !found.differences.contains(where: { $0.invariant == invariant }) else { return }
        found.note(
            .init(invariant: invariant, detail: "the rows are not what the journal comes to"))
    }

    /// Looks up what each entry says is to be found, and names what is not.
    private func namePlaces() throws(StoreError) {
        try store.forEachRecord(after: point.position, through: projected) {
            record throws(StoreError) in
            // One that cannot be read was named before.
            guard let entry = try? record.entry() else { return }
            if RowCounts.hasKey(entry) {
                let kept = try store.key(entry.cause.idempotencyKey)
                if kept?.position != entry.position || kept?.content != entry.cause.contentHash {
                    note(.keys, of: entry, "the entry is not kept under its key")
                }
            }
            for key in entry.orderKeys where try leadsElsewhere(key, from: entry) {
                note(.orders, of: entry, "the order \(key.order.text) does not lead to it")
            }
            for id in entry.endedHolds {
                let expected = try progress(of: id, through: entry).record()
                guard try store.holdRow(id) != expected else { continue }
                let hold = id.text(prefix: JournalPosition.holdPrefix)
                note(.holds, of: entry, "it ends the hold \(hold), which is kept otherwise")
            }
        }
    }

    /// Whether an order number leads to neither an entry nor a later one that took the number from it.
    private func leadsElsewhere(
        _ key: OrderKey, from entry: Entry
    ) throws(StoreError) -> Bool {
        var place = try store.order(key)
        while let known = place, known > entry.position {
            guard let record = try store.record(at: known),
                case .purchaseRecorded(let recorded) = try record.entry().event
            else { return true }
            place = recorded.takesOrderFrom
        }
        return place != entry.position
    }

    /// What has become of a hold by an entry, told from the chain of its member back to where it was placed.
    private func progress(
        of hold: JournalPosition, through last: Entry
    ) throws(StoreError) -> HoldProgress {
        var touching: [Entry] = []
        var entry = last
        while true {
            if entry.touchedHolds.contains(hold) { touching.append(entry) }
            guard entry.previous > hold, let record = try store.record(at: entry.previous) else {
                break
            }
            entry = try record.entry()
        }
        var progress = HoldProgress()
        // A hold that ends twice is named where its member's chain is followed.
        for entry in touching.reversed() { try? progress.apply(entry, to: hold) }
        return progress
    }

    private func note(_ table: LedgerTable, of entry: Entry, _ detail: String) {
        found.note(
            .init(
                invariant: "projection.\(table.rawValue)", member: entry.member,
                transaction: entry.position, detail: detail))
    }
}
