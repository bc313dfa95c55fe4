/// `member.join`: a person becomes a member, or is handed a card.
package struct JoinMember: Hashable, Sendable {
    /// What channels call the person.
    package let identities: [IdentityClaim]
    /// Whether it is a card that nobody has registered yet.
    package let isProvisional: Bool
    /// What the person told about themself.
    package let profile: Profile?
    /// What the person agreed to or refused.
    package let consents: GivenConsents

    /// A person joining.
    package init(
        identities: [IdentityClaim], isProvisional: Bool, profile: Profile?,
        consents: GivenConsents = .none
    ) {
        self.identities = identities
        self.isProvisional = isProvisional
        self.profile = profile
        self.consents = consents
    }
}
