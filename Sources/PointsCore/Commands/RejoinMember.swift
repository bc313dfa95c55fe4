/// `member.rejoin`: a person comes back and is recognised by what channels called them.
package struct RejoinMember: Hashable, Sendable {
    /// What channels call the person.
    package let identities: [IdentityClaim]
    /// What the person told about themself.
    package let profile: Profile?
    /// What the person agreed to or refused: what was answered before they left counts no more.
    package let consents: GivenConsents

    /// A person coming back.
    package init(
        identities: [IdentityClaim], profile: Profile?, consents: GivenConsents = .none
    ) {
        self.identities = identities
        self.profile = profile
        self.consents = consents
    }
}
