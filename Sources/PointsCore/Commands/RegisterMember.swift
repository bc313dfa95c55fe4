/// `member.register`: somebody puts a name to a card that was handed out.
package struct RegisterMember: Hashable, Sendable {
    /// The card's member.
    package let member: MemberReference
    /// What channels call the person besides.
    package let identities: [IdentityClaim]
    /// What the person told about themself.
    package let profile: Profile?

    /// A person registering.
    package init(member: MemberReference, identities: [IdentityClaim], profile: Profile?) {
        self.member = member
        self.identities = identities
        self.profile = profile
    }
}
