/// A purchase and what has become of it, as a fold over the entries about it.
package struct Purchase: Hashable, Sendable {
    /// The entry that recorded it.
    package let id: JournalPosition
    /// The buyer's row number; 0 for an anonymous sale.
    package let member: Int64
    /// The channel in which the order number is unique.
    package let channel: String
    /// The company that sold, issues the earned points and accepted the redeemed ones.
    package let company: String
    /// The store, if told.
    package let store: String?
    /// The terminal, if told.
    package let terminal: String?
    /// When it happened.
    package let occurredAt: Instant
    /// The business day it was booked on.
    package let businessDay: CivilDate
    /// The rules by which it is judged for ever.
    package let ruleset: JournalPosition
    /// What was recorded.
    package let recorded: PurchaseRecorded
    /// The lots that paid, in consumption order.
    package internal(set) var payment: [Lot]
    /// Pieces of each line that came back.
    package internal(set) var returned: [Int64]
    /// The figures now.
    package internal(set) var summary: PurchaseSummary
    /// What is still earned, on which terms.
    package internal(set) var grants: [PurchaseGrant]
    /// How many of them have come true, by grant; the others wait, or leaving has cancelled them.
    package internal(set) var confirmed: [Int64]
    /// Pieces of each line that were shipped; all of them where nothing had to be.
    package internal(set) var shipped: [Int64]
    /// The lots that pending points became.
    package internal(set) var opened: [LotTerms] = []
    /// What it uses of caps over several orders.
    package internal(set) var capUses: [CapUse]
    /// From when on its pending points count; `nil` as long as only a confirmation can make them.
    package internal(set) var confirmsAt: Instant?

    /// The purchase that an entry records; `nil` if the entry records none.
    package init?(_ entry: Entry) {
        guard case .purchaseRecorded(let recorded) = entry.event else { return nil }
        id = entry.position
        member = entry.member
        channel = entry.cause.channel ?? ""
        company = entry.cause.company ?? ""
        store = entry.cause.store
        terminal = entry.cause.terminal
        occurredAt = entry.cause.occurredAt
        businessDay = entry.cause.businessDay
        ruleset = entry.cause.ruleset
        self.recorded = recorded
        payment = Purchase.payment(in: entry, hold: recorded.hold)
        // A sale that was voided before it arrived comes with everything returned.
        let isVoided = recorded.summary.status == .voided
        returned = recorded.basket.lines.map { isVoided ? $0.quantity : 0 }
        summary = recorded.summary
        grants = recorded.grants
        capUses = recorded.capUses
        confirmed = recorded.grants.map { $0.isPending ? 0 : $0.points }
        let isPending = recorded.summary.status == .pending
        shipped = recorded.basket.lines.map { isPending ? 0 : $0.quantity }
        confirmsAt = recorded.grants.compactMap(\.confirmsAt).min()
    }

    /// Whether earned points wait for a confirmation.
    package var hasPendingPoints: Bool {
        zip(grants, confirmed).contains { $0.points > $1 }
    }

    /// Pieces of each line that did not come back.
    package var left: [Int64] {
        zip(recorded.basket.lines, returned).map { $0.quantity - $1 }
    }

    /// Pieces of each line that wait to be shipped.
    package var unshipped: [Int64] { zip(left, shipped).map { max(0, $0 - $1) } }

    /// Whether all that is left of it was shipped, or never had to be.
    package var isConfirmed: Bool { unshipped.allSatisfy { $0 == 0 } }

    /// The purchase without pending points that its buyer's wallet does not know: leaving has cancelled them.
    package func shown(beside wallet: Wallet) -> Purchase {
        guard hasPendingPoints, wallet.pendingGrants(of: id).isEmpty else { return self }
        var shown = self
        for place in grants.indices { shown.grants[place].points = confirmed[place] }
        return shown
    }

    /// Points still earned.
    package var earned: Int64 { grants.reduce(0) { $0 + $1.points } }

    /// What is left of the basket.
    package var remaining: PricedBasket { PricedBasket(basket: recorded.basket, pieces: left) }

    /// The lots that get points back when `already` points went back before and `more` go now: those that would have
    /// been spent last come back first, so that what stays spent is what expires soonest.
    package func restoration(of more: Int64, after already: Int64) -> [Lot] {
        var skip = already
        var missing = more
        var lots: [Lot] = []
        for lot in payment.reversed() where missing > 0 {
            let skipped = min(skip, lot.points)
            skip -= skipped
            let given = min(missing, lot.points - skipped)
            if given > 0 { lots.append(Lot(terms: lot.terms, points: given)) }
            missing -= given
        }
        return lots
    }

    /// A hold that is captured in part gives the rest back in the same entry, so what paid is what left for good.
    private static func payment(in entry: Entry, hold: JournalPosition?) -> [Lot] {
        var lots: [Lot] = []
        for posting in entry.postings {
            guard let terms = posting.lot else { continue }
            let pays =
                hold == nil
                ? posting.account == .available && posting.points < 0
                : posting.account == .held
                    || (posting.account == .available && posting.owner == hold)
            guard pays else { continue }
            if let index = lots.firstIndex(where: { $0.terms == terms }) {
                lots[index].points -= posting.points
            } else {
                lots.append(Lot(terms: terms, points: -posting.points))
            }
        }
        return lots.filter { $0.points > 0 }
    }
}

// MARK: - The fold

extension Purchase {
    /// Carries out an entry about this purchase.
    ///
    /// - Throws: ``LedgerFault/purchaseMissing(_:)`` if the entry is about another one or takes back too much.
    package mutating func apply(_ entry: Entry) throws(LedgerFault) {
        guard entry.event.purchase == id else { throw .purchaseMissing(id) }
        switch entry.event {
        case .purchaseConfirmed(let shipment):
            try add(shipment.pieces, to: &shipped)
            summary = shipment.summary
            confirmsAt = shipment.dueAt ?? confirmsAt
            comeTrue(by: entry)
        case .pendingMatured: comeTrue(by: entry)
        case .purchaseReturned(let back): try apply(back)
        default: break
        }
    }

    private mutating func apply(_ back: PurchaseReturned) throws(LedgerFault) {
        let isSomebodys = member != Entry.programMember
        guard
            back.valueChange
                == (isSomebodys ? ValueChange(returning: self, leaving: back.summary) : nil)
        else { throw .purchaseMissing(id) }
        try add(back.pieces, to: &returned)
        summary = back.summary
        guard back.earned.count == grants.count, back.confirmed.count == grants.count else {
            throw .purchaseMissing(id)
        }
        for (place, points) in back.earned.enumerated() { grants[place].points = points }
        confirmed = back.confirmed
        for grant in back.toppedUp { add(grant.moved { $0.home(to: member) }) }
        for use in back.capUses {
            guard let place = capUses.firstIndex(where: { $0.rule == use.rule }) else {
                capUses.append(use)
                continue
            }
            capUses[place].points += use.points
            capUses[place].room = use.room
        }
    }

    /// On the terms of an earlier grant they are one with it: nobody could tell their pending points apart.
    private mutating func add(_ grant: PurchaseGrant) {
        let count = grant.isPending ? 0 : grant.points
        let place = grants.firstIndex {
            $0.terms == grant.terms && $0.validity == grant.validity
                && $0.isPending == grant.isPending
        }
        guard let place else {
            grants.append(grant)
            confirmed.append(count)
            return
        }
        grants[place].points += grant.points
        confirmed[place] += count
    }

    private func add(
        _ pieces: [LinePieces], to counts: inout [Int64]
    ) throws(LedgerFault) {
        for pieces in pieces {
            guard counts.indices.contains(pieces.line),
                counts[pieces.line] + pieces.quantity
                    <= recorded.basket.lines[pieces.line].quantity
            else { throw .purchaseMissing(id) }
            counts[pieces.line] += pieces.quantity
        }
    }

    /// Pending points that left for lots; what only got a day waits on, and what leaving cancelled does not come true.
    private mutating func comeTrue(by entry: Entry) {
        var left: [LotTerms: Int64] = [:]
        for posting in entry.postings {
            guard let terms = posting.lot?.home(to: member) else { continue }
            if posting.account == .pending { left[terms, default: 0] -= posting.points }
            if posting.account == .available, !opened.contains(terms) { opened.append(terms) }
        }
        for place in grants.indices {
            let waited = grants[place].points - confirmed[place]
            let ripe = min(waited, left[grants[place].terms] ?? 0)
            guard ripe > 0 else { continue }
            confirmed[place] += ripe
            left[grants[place].terms, default: 0] -= ripe
        }
    }
}
