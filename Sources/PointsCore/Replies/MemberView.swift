/// A member as replies show them.
package struct MemberView: Hashable, Sendable {
    /// The opaque id.
    package let id: MemberID
    /// Where the member stands.
    package let status: MemberStatus
    /// The first day of the current membership period.
    package let joinedOn: CivilDate
    /// The rank, if any.
    package let tier: String?
    /// What channels call the member, as kept.
    package let identities: [IdentityClaim]

    /// A member as an entry left them.
    package init(
        id: MemberID, status: MemberStatus, joinedOn: CivilDate, tier: String?,
        identities: [IdentityClaim]
    ) {
        self.id = id
        self.status = status
        self.joinedOn = joinedOn
        self.tier = tier
        self.identities = identities
    }

    /// A member with the identities that are kept for them.
    package init(_ member: Member, identities: [IdentityClaim]) {
        id = member.id
        status = member.status
        joinedOn = member.joinedOn
        tier = member.standing().tier
        self.identities = identities
    }
}
