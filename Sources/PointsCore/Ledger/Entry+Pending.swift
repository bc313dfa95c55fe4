// MARK: - Pending points

extension Entry {
    /// The grant that a posting of this entry sets waiting; `nil` if the entry has nothing to give.
    ///
    /// A sale sets waiting what it earns; a confirmation takes some of that and says until when it waits.
    func pendingGrant(
        for posting: Posting, among known: some Sequence<PendingGrant>
    ) -> PendingGrant? {
        guard let terms = posting.lot, let owner = posting.owner else { return nil }
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
