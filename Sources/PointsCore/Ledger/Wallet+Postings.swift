// MARK: - The fold

extension Wallet {
    /// Carries out one posting on a member account.
    ///
    /// - Throws: ``LedgerFault`` if the posting takes what is not there: the journal is then not one that this
    ///   engine wrote.
    mutating func apply(_ posting: Posting, of entry: Entry) throws(LedgerFault) {
        switch posting.account {
        case .available: try moveLot(posting)
        case .held: try moveHeld(posting, of: entry)
        case .pending: try movePending(posting, of: entry)
        case .debt:
            debt += posting.points
            guard debt <= 0 else { throw .debtAboveZero(debt) }
        case .issued, .redeemed, .expired, .forfeited, .adjusted, .merged, .migrated: break
        }
    }

    private mutating func moveLot(_ posting: Posting) throws(LedgerFault) {
        guard let terms = posting.lot else { throw .lotMissing(posting.account) }
        try Wallet.move(posting.points, on: terms, in: &lots, freely: isRecollection)
    }

    private mutating func moveHeld(_ posting: Posting, of entry: Entry) throws(LedgerFault) {
        guard let terms = posting.lot, let owner = posting.owner else {
            throw .lotMissing(posting.account)
        }
        if let index = holds.firstIndex(where: { $0.id == owner }) {
            try Wallet.move(posting.points, on: terms, in: &holds[index].lots)
            if holds[index].lots.isEmpty { holds.remove(at: index) }
            return
        }
        guard posting.points > 0, var hold = entry.hold(owner) else { throw .holdMissing(owner) }
        hold.lots = [Lot(terms: terms, points: posting.points)]
        holds.append(hold)
    }

    private mutating func movePending(_ posting: Posting, of entry: Entry) throws(LedgerFault) {
        guard let terms = posting.lot, let owner = posting.owner else {
            throw .lotMissing(posting.account)
        }
        if let index = pendingGrants.firstIndex(where: { $0.owner == owner && $0.terms == terms }) {
            pendingGrants[index].points += posting.points
            guard pendingGrants[index].points >= 0 else { throw .grantMissing(owner) }
            if pendingGrants[index].points == 0 { pendingGrants.remove(at: index) }
            return
        }
        guard posting.points > 0, let grant = entry.pendingGrant(for: posting, among: pendingGrants)
        else { throw .grantMissing(owner) }
        pendingGrants.append(grant)
    }

    /// Puts points into the lot of their terms, or takes them out if they are below zero.
    mutating func put(_ lot: Lot) throws(LedgerFault) {
        try Wallet.move(lot.points, on: lot.terms, in: &lots)
    }

    /// Adds points to the lot of those terms, or takes them; lots stay in consumption order, empty ones go.
    private static func move(
        _ points: Int64, on terms: LotTerms, in lots: inout [Lot], freely: Bool = false
    ) throws(LedgerFault) {
        if let index = lots.firstIndex(where: { $0.terms == terms }) {
            lots[index].points += points
            guard freely || lots[index].points >= 0 else { throw .lotOverdrawn(terms) }
            if lots[index].points == 0 { lots.remove(at: index) }
            return
        }
        guard freely || points > 0 else { throw .lotOverdrawn(terms) }
        let index = lots.firstIndex { terms.isConsumed(before: $0.terms) } ?? lots.endIndex
        lots.insert(Lot(terms: terms, points: points), at: index)
    }
}
