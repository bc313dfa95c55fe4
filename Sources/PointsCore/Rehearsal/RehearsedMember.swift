/// Where a member stands as the journal goes on, as far as rules for activities may ask: a sale
/// keeps that, an activity does not.
package struct RehearsedMember: Hashable, Sendable {
    private var status: MemberStatus
    private var joinedOn: CivilDate
    private var ranks = TierRecord()

    /// Somebody who has just joined.
    package init(_ joined: Joined) {
        status = joined.status
        joinedOn = joined.on
    }

    /// Whether an event changes where a member stands.
    package static func isChanged(by event: Event) -> Bool {
        switch event {
        case .joined, .balanceOpened: false
        default: event.status != nil || TierRecord.isChanged(by: event)
        }
    }

    /// Carries out an entry of the member, by the folds that make a ``Member``.
    package mutating func apply(_ entry: Entry) {
        status = entry.event.status ?? status
        joinedOn = entry.event.joinedAnewOn ?? joinedOn
        ranks.apply(entry)
        // The rank itself stands in the entries.
        ranks.forgetCounts()
    }

    /// What rules may know of the member at a moment, but for what they ask about the person.
    package func standing(under policy: TierPolicy?, at moment: Instant) -> Standing {
        Standing(status, tier: policy?.tier(of: ranks, at: moment).id, memberSince: joinedOn)
    }
}
