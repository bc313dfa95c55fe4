// MARK: - Holds and pending points that begin

extension Entry {
    /// The hold that this entry places, or brings with a member who comes in, without its points.
    func hold(_ id: JournalPosition) -> Hold? {
        if case .holdPlaced(let placed) = event {
            return Hold(id: id, lots: [], order: placed.order, expiresAt: placed.expiresAt)
        }
        return event.estate?.hold(id)
    }

    /// The grant that a posting of this entry sets waiting; `nil` if the entry has nothing to give.
    ///
    /// A sale sets waiting what it earns; a confirmation takes some of that and says until when it waits.
    func pendingGrant(
        for posting: Posting, among known: some Sequence<PendingGrant>
    ) -> PendingGrant? {
        guard let terms = posting.lot, let owner = posting.owner else { return nil }
        if let estate = event.estate { return estate.grant(for: posting) }
        func grant(
            of purchase: JournalPosition, validity: Validity, until: Instant?
        ) -> PendingGrant {
            PendingGrant(
                owner: owner, purchase: purchase, terms: terms, points: posting.points,
                validity: validity, confirmsAt: until)
        }
        if case .purchaseConfirmed(let confirmed) = event, owner == position {
            let source = known.first {
                $0.purchase == confirmed.purchase && $0.terms == terms
            }
            return source.map {
                grant(of: confirmed.purchase, validity: $0.validity, until: confirmed.dueAt)
            }
        }
        let earned = event.grants.first { $0.isPending && $0.terms == terms }
        return earned.map { grant(of: owner, validity: $0.validity, until: $0.confirmsAt) }
    }
}
