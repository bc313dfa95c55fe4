internal import PointsCore
internal import PointsStore

/// A purchase from its recording on: the rows of the journal that are about it, and the row that is kept of it.
struct PurchaseStory: Sendable {
    let id: JournalPosition
    /// The row that recorded it, if there is one.
    let recorded: JournalRecord?
    /// What followed, in order.
    let followUps: [JournalRecord]
    /// How many of them the kept row stands for.
    let projectedCount: Int
    /// What is kept of it.
    let row: [UInt8]?

    /// What does not hold.
    func differences() -> [Verification.Difference] {
        var found = Verification()
        var purchase = recorded.flatMap { try? $0.entry() }.flatMap(Purchase.init)
        guard let first = followUps.first else { return [] }
        if purchase == nil {
            let fault = LedgerFault.purchaseMissing(id)
            found.note(
                .init(
                    invariant: fault.invariant, member: first.member, transaction: first.position,
                    detail: fault.message))
            return found.differences
        }
        for (place, record) in followUps.enumerated() {
            if place == projectedCount { compare(purchase, into: &found) }
            // One that cannot be read was named before.
            guard let entry = try? record.entry() else { continue }
            let before = purchase?.summary.redeemed ?? 0
            do throws(LedgerFault) {
                try purchase?.apply(entry)
                let after = purchase?.summary.redeemed ?? 0
                try PurchaseStory.checkRedeemed(entry, before: before, after: after)
            } catch {
                found.note(error, of: entry)
            }
        }
        if projectedCount == followUps.count { compare(purchase, into: &found) }
        return found.differences
    }

    /// Invariant 2: what comes back to lots by a return is what the purchase was paid with, and no more.
    private static func checkRedeemed(
        _ entry: Entry, before: Int64, after: Int64
    ) throws(LedgerFault) {
        guard case .purchaseReturned(let returned) = entry.event else { return }
        var moved: Int64 = 0
        for posting in entry.postings {
            if case .redeemed = posting.account { moved &+= posting.points }
        }
        guard after >= 0, moved == after - before else {
            throw .purchaseMissing(returned.purchase)
        }
    }

    private func compare(_ purchase: Purchase?, into found: inout Verification) {
        let expected = projectedCount == 0 ? nil : purchase?.progressRecord()
        guard row != expected else { return }
        found.note(
            .init(
                invariant: "projection.purchases", member: purchase?.member, transaction: id,
                detail: "the kept purchase differs from the journal's"))
    }
}
