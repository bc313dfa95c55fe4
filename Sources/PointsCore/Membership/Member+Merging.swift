// MARK: - Two members, one person

extension Member {
    /// The row numbers under which the person has a history: the member's own and those of all who became part of them.
    package var numbers: [Int64] { [id.number] + absorbed.flatMap(\.numbers) }

    /// When the one person was last given something for joining; `nil` if never, as far as is known.
    package var bonusOn: CivilDate? {
        ([ownBonusOn] + absorbed.map(\.estate.bonusOn)).compactMap(\.self).max()
    }

    /// The day of joining of those who are one person, without one of them.
    func joinedOn(without other: MemberID) -> CivilDate {
        absorbed.filter { $0.member != other && $0.by > begunBy }.map(\.estate.joinedOn)
            .reduce(begunOn, min)
    }

    /// Carries out what an entry does to who is part of whom.
    mutating func applyMerging(_ entry: Entry) throws(LedgerFault) {
        switch entry.event {
        case .absorbed(let other): try absorb(other, by: entry)
        case .released(let parted): try release(parted)
        case .mergedInto(let survivor):
            mergedInto = survivor
            forgone = []
            absorbed = []
        case .cameApart(let parted): comeApart(parted)
        default:
            for place in absorbed.indices { absorbed[place].apply(entry) }
        }
    }

    private mutating func absorb(_ other: Absorbed, by entry: Entry) throws(LedgerFault) {
        for place in absorbed.indices { absorbed[place].apply(entry) }
        let estate = other.estate
        absorbed.append(
            Absorption(other, by: entry.position, at: entry.cause.occurredAt, period: period))
        purchaseCount += estate.purchaseCount
        capCounts.merge(estate.capCounts)
        value.merge(estate.value)
        wallet.activeUntil = [wallet.activeUntil, estate.activeUntil].compactMap(\.self).max()
        var all = Wallet(lots: forgone)
        for lot in estate.forgone { try all.put(lot) }
        forgone = all.lots
    }

    private mutating func release(_ parted: Parted) throws(LedgerFault) {
        guard let place = absorbed.firstIndex(where: { $0.member == parted.other }) else {
            throw .memberMissing(parted.other.number)
        }
        let gone = absorbed.remove(at: place)
        purchaseCount -= parted.estate.purchaseCount
        capCounts.separate(parted.estate.capCounts)
        value.separate(parted.estate.value)
        forgone.removeAll { gone.brought($0.terms) }
    }

    private mutating func comeApart(_ parted: Parted) {
        let estate = parted.estate
        mergedInto = nil
        purchaseCount = estate.purchaseCount
        capCounts = estate.capCounts
        value = estate.value
        wallet.activeUntil = estate.activeUntil
        forgone = estate.forgone
        absorbed = estate.absorbed
    }
}
