/// Where a member stands as the journal goes on, as far as rules for activities may ask: a sale
/// keeps that, an activity does not.
package struct RehearsedMember: Hashable, Sendable {
    private var status: MemberStatus
    private var joinedOn: CivilDate
    private var ranks = TierRecord()

    /// Somebody who has just joined.
    package init(_ joined: Joined) {
        status = MemberStatus(joined)
        joinedOn = joined.on
    }

    /// Whether an event changes where a member stands.
    package static func isChanged(by event: Event) -> Bool {
        switch event {
        case .withdrawn, .rejoined: true
        default: TierRecord.isChanged(by: event)
        }
    }

    /// Carries out an entry of the member, by the folds that make a ``Member``.
    package mutating func apply(_ entry: Entry) {
        status = status.after(entry.event)
        if case .rejoined(let rejoined) = entry.event { joinedOn = rejoined.on }
        ranks.apply(entry)
        // The rank itself stands in the entries.
        ranks.forgetCounts()
    }

    /// What rules may know of the member at a moment, but for what they ask about the person.
    package func standing(under policy: TierPolicy?, at moment: Instant) -> Standing {
        Standing(status, tier: policy?.tier(of: ranks, at: moment).id, memberSince: joinedOn)
    }
}
