internal import PointsCore
internal import PointsStore

// MARK: - Going on from a point

extension Verifier {
    /// Folds the whole chains, as far as the point, of the members that have an entry after it.
    ///
    /// - Returns: Whether there are few enough of them to fit into memory.
    func loadTouchedMembers() throws(StoreError) -> Bool {
        var touched: Set<Int64> = []
        var anonymous: Set<JournalPosition> = []
        try store.forEachRecord(after: point.position) { record throws(StoreError) in
            guard record.member == Entry.programMember else {
                touched.insert(record.member)
                return
            }
            if let sale = try? record.entry().event.purchase { anonymous.insert(sale) }
        }
        guard touched.count <= EngineLimits.verifyMembersPerPass else { return false }
        for member in touched.sorted() { try loadChain(of: member) }
        try loadFollowUps(of: anonymous)
        return true
    }

    private func loadChain(of member: Int64) throws(StoreError) {
        var hash: [UInt8] = []
        for record in try chain(of: member, from: point.head(of: member), after: .none).reversed() {
            let checked = CheckedRecord(LinkedRecord(record: record, previousHash: hash))
            hash = record.hash
            if let difference = checked.difference {
                found.note(difference)
                group.leaveOut(member)
            }
            guard let entry = checked.entry else { continue }
            fold(entry, hash: hash)
            pass.rows.recall(entry)
            if let purchase = entry.event.purchase {
                pass.followUps.append(.init(purchase: purchase, entry: entry.position))
            }
        }
        if !hash.isEmpty { reader.setHead(of: member, hash) }
    }

    /// What happened up to the point to anonymous sales to which something happened since: it follows the sale.
    private func loadFollowUps(of sales: Set<JournalPosition>) throws(StoreError) {
        guard let first = sales.min(), first < point.position else { return }
        let head = point.program.head.position
        for record in try chain(of: Entry.programMember, from: head, after: first) {
            guard let sale = try? record.entry().event.purchase, sales.contains(sale) else {
                continue
            }
            pass.followUps.append(.init(purchase: sale, entry: record.position))
        }
    }

    /// A member's rows from an entry back, as each names the one before it.
    private func chain(
        of member: Int64, from head: JournalPosition, after end: JournalPosition
    ) throws(StoreError) -> [JournalRecord] {
        var records: [JournalRecord] = []
        var next = head
        while next > end {
            guard let record = try store.record(at: next), record.member == member else {
                noteBreak(of: member, at: next, "the entry is missing or another member's")
                break
            }
            let checked = CheckedRecord(LinkedRecord(record: record, previousHash: nil))
            guard let entry = checked.entry, entry.previous < next else {
                noteBreak(
                    of: member, at: next, "the entry names none before it", checked.difference)
                break
            }
            records.append(record)
            next = entry.previous
        }
        return records
    }

    private func noteBreak(
        of member: Int64, at entry: JournalPosition, _ detail: String,
        _ known: Verification.Difference? = nil
    ) {
        group.leaveOut(member)
        found.note(
            known
                ?? .init(
                    invariant: "chain.order", member: member, transaction: entry, detail: detail))
    }
}
