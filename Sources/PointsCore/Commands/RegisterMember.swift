/// `member.register`: somebody puts a name to a card that was handed out.
package struct RegisterMember: Hashable, Sendable {
    /// The card's member.
    package let member: MemberReference
    /// What channels call the person besides.
    package let identities: [IdentityClaim]
    /// What the person told about themself.
    package let profile: Profile?
    /// What the person agreed to or refused.
    package let consents: GivenConsents

    /// A person registering.
    package init(
        member: MemberReference, identities: [IdentityClaim], profile: Profile?,
        consents: GivenConsents = .none
    ) {
        self.member = member
        self.identities = identities
        self.profile = profile
        self.consents = consents
    }
}
