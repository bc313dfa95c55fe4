/// A member's points: open lots, holds, pending grants and debt.
///
/// A wallet is a fold over the member's postings; nothing else changes it.
package struct Wallet: Hashable, Sendable {
    /// Lots with points in them, in consumption order.
    package internal(set) var lots: [Lot] = []
    /// Open holds, oldest first.
    package internal(set) var holds: [Hold] = []
    /// Open pending grants, oldest first.
    package internal(set) var pendingGrants: [PendingGrant] = []
    /// Points owed, zero or negative.
    package internal(set) var debt: Int64 = 0
    /// The last day of what follows the member's activity; `nil` before the first.
    package internal(set) var activeUntil: CivilDate?

    /// Whether lots may be below zero: late entries, put in the order of their dates, may spend what was granted after.
    var isRecollection = false

    /// An empty wallet.
    package init() {}

    /// A wallet with lots in it, in any order.
    init(lots: [Lot]) {
        self.lots = lots.sorted { $0.terms.isConsumed(before: $1.terms) }
    }
}

// MARK: - What is there

extension Wallet {
    /// Points in open lots.
    package var available: Int64 { lots.reduce(0) { $0 + $1.points } }
    /// Points in open holds.
    package var held: Int64 { holds.reduce(0) { $0 + $1.points } }
    /// Points in open pending grants.
    package var pending: Int64 { pendingGrants.reduce(0) { $0 + $1.points } }

    /// The open hold of that id.
    package func hold(_ id: JournalPosition) -> Hold? {
        holds.first { $0.id == id }
    }

    /// The accounts as the ledger has them, and what could be spent at a moment.
    package func balance(at instant: Instant, in calendar: BusinessCalendar) -> Balance {
        let day = calendar.businessDay(of: instant)
        var spendable: Int64 = 0
        var soon: [Balance.Expiring] = []
        let horizon = day.adding(days: CoreLimits.expiringSoonDays)
        func count(_ lot: Lot) {
            guard lot.terms.isSpendable(on: day) else { return }
            spendable += lot.points
            guard let last = lot.terms.expiresOn, last <= horizon else { return }
            if let index = soon.firstIndex(where: { $0.on == last }) {
                soon[index] = Balance.Expiring(points: soon[index].points + lot.points, on: last)
            } else {
                soon.append(Balance.Expiring(points: lot.points, on: last))
            }
        }
        for lot in lots { count(lot) }
        for hold in holds where hold.expiresAt <= instant {
            for lot in hold.lots { count(lot) }
        }
        var owed = -debt
        // What is owed is paid first, by what came true first: as the books will have it, not in the order of the sales.
        for (due, grant) in grants(dueBy: instant) {
            let paid = min(owed, grant.points)
            owed -= paid
            guard grant.points > paid else { continue }
            count(
                Lot(
                    terms: confirmedTerms(of: grant, on: calendar.businessDay(of: due)),
                    points: grant.points - paid))
        }
        soon.sort { $0.on < $1.on }
        spendable = max(0, spendable)
        return Balance(
            available: available, pending: pending, held: held, debt: debt, spendable: spendable,
            expiringSoon: Array(soon.prefix(CoreLimits.expiringSoonDatesMax)))
    }

    /// Pending grants that have come true by a moment, in the order in which they did.
    private func grants(dueBy instant: Instant) -> [(due: Instant, grant: PendingGrant)] {
        let due = pendingGrants.enumerated().compactMap { place, grant in
            grant.confirmsAt.flatMap { $0 <= instant ? (due: $0, place: place) : nil }
        }
        return due.sorted { ($0.due, $0.place) < ($1.due, $1.place) }
            .map { ($0.due, pendingGrants[$0.place]) }
    }

    /// The lots that give `points` on a business day, soonest expiry first; `nil` if there are not so many.
    package func draw(_ points: Int64, on day: CivilDate) -> [Lot]? {
        var missing = points
        var drawn: [Lot] = []
        for lot in lots where missing > 0 && lot.terms.isSpendable(on: day) {
            let taken = min(missing, lot.points)
            drawn.append(Lot(terms: lot.terms, points: taken))
            missing -= taken
        }
        return missing == 0 ? drawn : nil
    }

    /// Points that could be drawn on a business day.
    package func spendable(on day: CivilDate) -> Int64 {
        lots.reduce(0) { $0 + ($1.terms.isSpendable(on: day) ? $1.points : 0) }
    }
}
