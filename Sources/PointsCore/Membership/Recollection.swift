/// A member's points as of some of their entries: those that had occurred, or had been written down, by a moment.
///
/// Unlike ``Wallet`` it does not ask that the entries follow each other: a sale that a till sent late may have been paid
/// with points that, by the dates, were granted after it. Sums are right all the same.
package struct Recollection: Sendable {
    private var lots: [LotTerms: Int64] = [:]
    private var holds: [JournalPosition: HeldLots] = [:]
    private var grants: [GrantKey: PendingGrant] = [:]
    /// Pending grants in the order in which they came, as the wallet has them.
    private var arrivals: [GrantKey] = []
    private var debt: Int64 = 0
    private var activeUntil: CivilDate?

    private struct HeldLots {
        var placed: HoldPlaced
        var lots: [LotTerms: Int64]
    }

    private struct GrantKey: Hashable {
        let owner: JournalPosition
        let terms: LotTerms
    }

    /// Nothing is remembered yet.
    package init() {}

    /// Adds an entry; entries come in the order of the journal.
    package mutating func add(_ entry: Entry) {
        if case .holdPlaced(let placed) = entry.event {
            holds[entry.position] = HeldLots(placed: placed, lots: [:])
        }
        for hold in entry.event.estate?.holds ?? [] {
            let placed = HoldPlaced(order: hold.order, points: 0, expiresAt: hold.expiresAt)
            holds[hold.id] = HeldLots(placed: placed, lots: [:])
        }
        guard hasGround(entry) else { return }
        if case .lotsExtended(let until) = entry.event {
            activeUntil = max(activeUntil ?? until, until)
        }
        activeUntil = [activeUntil, entry.event.estate?.activeUntil].compactMap(\.self).max()
        for posting in entry.postings { add(posting, of: entry) }
    }

    /// Whether everything is remembered that the entry takes from: a release that is dated before its hold, or a shipment
    /// before its sale, has not happened yet.
    private func hasGround(_ entry: Entry) -> Bool {
        var taken: [JournalPosition: Int64] = [:]
        for posting in entry.postings {
            guard let owner = posting.owner, let terms = posting.lot else { continue }
            switch posting.account {
            case .held where holds[owner] == nil: taken[owner, default: 0] += posting.points
            case .pending where grants[GrantKey(owner: owner, terms: terms)] == nil:
                if posting.points < 0 { return false }
            default: break
            }
        }
        // An entry that moves a hold's lots on takes nothing from it.
        return taken.values.allSatisfy { $0 >= 0 }
    }

    private mutating func add(_ posting: Posting, of entry: Entry) {
        guard posting.account.isMembers else { return }
        guard let terms = posting.lot else {
            debt += posting.points
            return
        }
        switch (posting.account, posting.owner) {
        case (.held, let hold?): holds[hold]?.lots[terms, default: 0] += posting.points
        case (.pending, let owner?):
            let key = GrantKey(owner: owner, terms: terms)
            guard grants[key] == nil else {
                grants[key]?.points += posting.points
                return
            }
            grants[key] = entry.pendingGrant(for: posting, among: grants.values)
            if grants[key] != nil { arrivals.append(key) }
        default: lots[terms, default: 0] += posting.points
        }
    }

    /// The member with the points that are remembered, to be judged at a moment.
    package func member(like member: Member) -> Member {
        var remembered = member
        remembered.wallet = Wallet()
        remembered.wallet.isRecollection = true
        remembered.wallet.debt = debt
        remembered.wallet.activeUntil = activeUntil
        remembered.wallet.lots = Recollection.sorted(lots)
        remembered.wallet.holds = holds.keys.sorted().compactMap { id in
            guard let hold = holds[id] else { return nil }
            let lots = Recollection.sorted(hold.lots)
            return lots.isEmpty
                ? nil
                : Hold(
                    id: id, lots: lots, order: hold.placed.order,
                    expiresAt: hold.placed.expiresAt)
        }
        remembered.wallet.pendingGrants = arrivals.compactMap { grants[$0] }
            .filter { $0.points > 0 }
        return remembered
    }

    private static func sorted(_ lots: [LotTerms: Int64]) -> [Lot] {
        lots.filter { $0.value != 0 }.map { Lot(terms: $0.key, points: $0.value) }
            .sorted { $0.terms.isConsumed(before: $1.terms) }
    }
}
