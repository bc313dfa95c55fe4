internal import PointsCore
internal import PointsStore

// MARK: - Members

extension Verifier {
    /// What is folded of a group of members.
    private struct Group {
        var members: [Int64: Member] = [:]
        /// Members whose chain is broken.
        var broken: Set<Int64> = []
        var purchases: [JournalPosition: Purchase] = [:]
        var holds: [JournalPosition: HoldStatus] = [:]
    }

    /// Folds the entries of a group of members and compares their rows.
    mutating func verifyMembers(_ range: ClosedRange<Int64>) throws(StoreError) {
        var group = Group()
        var found = result
        var isPastProjection = false
        try store.forEachRecord(members: range) { record throws(StoreError) in
            if record.position > projected, !isPastProjection {
                isPastProjection = true
                try compare(group, in: range, into: &found)
            }
            guard let entry = Verifier.entry(of: record, into: &found) else { return }
            // What follows a broken link means nothing: the first one is named, and the member is left out.
            guard !group.broken.contains(record.member) else { return }
            let before = group.members[record.member]
            Verifier.note(entry, into: &found) { () throws(LedgerFault) in
                do throws(LedgerFault) {
                    try Verifier.checkHash(record, after: before?.head.hash ?? [])
                } catch {
                    group.broken.insert(record.member)
                    throw error
                }
            }
            guard !group.broken.contains(record.member) else { return }
            Verifier.note(entry, into: &found) { () throws(LedgerFault) in
                let after = try Member.folding(entry, hash: record.hash, into: before)
                group.members[record.member] = after
                try Verifier.check(entry.after, against: after.wallet)
            }
            Verifier.note(entry, into: &found) { () throws(LedgerFault) in
                try fold(entry, into: &group)
            }
        }
        if !isPastProjection { try compare(group, in: range, into: &found) }
        result = found
    }

    private func fold(_ entry: Entry, into group: inout Group) throws(LedgerFault) {
        if let ended = entry.event.endedHold {
            guard group.holds.updateValue(ended.status, forKey: ended.id) == nil else {
                throw .holdMissing(ended.id)
            }
        }
        switch entry.event {
        case .purchaseConfirmed, .purchaseReturned, .pendingMatured:
            guard let id = entry.event.purchase else { return }
            var purchase = group.purchases[id]
            if purchase == nil { purchase = try Verifier.recordedPurchase(id, in: store) }
            guard var purchase else { throw .purchaseMissing(id) }
            try purchase.apply(entry)
            group.purchases[id] = purchase
        default: break
        }
    }

    /// The purchase as it was recorded.
    static func recordedPurchase(
        _ id: JournalPosition, in store: LedgerStore
    ) throws(LedgerFault) -> Purchase? {
        do throws(StoreError) {
            return try store.record(at: id).flatMap { record throws(StoreError) in
                Purchase(try record.entry())
            }
        } catch {
            throw .unloadable(error.message)
        }
    }

    /// Invariant 5: the balance in an entry is what its postings and all before it come to.
    private static func check(_ balance: Balance, against wallet: Wallet) throws(LedgerFault) {
        guard
            balance.available == wallet.available, balance.pending == wallet.pending,
            balance.held == wallet.held, balance.debt == wallet.debt
        else { throw .balanceWrong(kept: balance.available, folded: wallet.available) }
    }
}

// MARK: - Rows

extension Verifier {
    /// Compares what is folded with the rows that stand for the same position.
    private func compare(
        _ group: Group, in range: ClosedRange<Int64>, into found: inout Verification
    ) throws(StoreError) {
        try store.forEachMember(in: range) { row throws(StoreError) in
            guard !group.broken.contains(row.number) else { return }
            guard let member = group.members[row.number], MemberRow(member) == row else {
                found.note(
                    .init(
                        invariant: "projection.members", member: row.number,
                        detail: "the kept state differs from the journal's"))
                return
            }
            found.members += 1
            found.lots += Int64(member.wallet.lots.count)
        }
        try Verifier.compare(group.purchases, in: store, into: &found)
        for (id, status) in group.holds.sorted(by: { $0.key < $1.key })
        where try store.holdStatus(id) != status {
            found.note(
                .init(
                    invariant: "projection.holds", transaction: id,
                    detail: "the kept status differs from the journal's"))
        }
    }

    /// Compares what has become of purchases with their rows.
    static func compare(
        _ purchases: [JournalPosition: Purchase], in store: LedgerStore,
        into found: inout Verification
    ) throws(StoreError) {
        for (id, purchase) in purchases.sorted(by: { $0.key < $1.key })
        where try store.purchaseProgress(id) != purchase.progressRecord() {
            found.note(
                .init(
                    invariant: "projection.purchases", member: purchase.member, transaction: id,
                    detail: "the kept purchase differs from the journal's"))
        }
    }
}
