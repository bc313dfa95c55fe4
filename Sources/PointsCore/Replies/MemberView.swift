/// A member as replies show them.
package struct MemberView: Hashable, Sendable {
    /// The opaque id.
    package let id: MemberID
    /// Where the member stands.
    package let status: MemberStatus
    /// The first day of the current membership period.
    package let joinedOn: CivilDate
    /// The rank; `nil` for who has left, and in a program without ranks.
    package let tier: TierView?
    /// What channels call the member, as kept.
    package let identities: [IdentityClaim]
    /// How the consents stand, where they were asked for.
    package var consents: [ConsentView]?
    /// How the switches stand, where they were asked for.
    package var preferences: [PreferenceView]?

    /// A member as an entry left them.
    package init(
        id: MemberID, status: MemberStatus, joinedOn: CivilDate, tier: TierView?,
        identities: [IdentityClaim]
    ) {
        self.id = id
        self.status = status
        self.joinedOn = joinedOn
        self.tier = tier
        self.identities = identities
    }

    /// A member with the identities that are kept for them, and the rank.
    package init(_ member: Member, identities: [IdentityClaim], tier: TierView?) {
        id = member.id
        status = member.status
        joinedOn = member.joinedOn
        self.tier = tier
        self.identities = identities
    }
}
