/// `member.rejoin`: a person comes back and is recognised by what channels called them.
package struct RejoinMember: Hashable, Sendable {
    /// What channels call the person.
    package let identities: [IdentityClaim]
    /// What the person told about themself.
    package let profile: Profile?

    /// A person coming back.
    package init(identities: [IdentityClaim], profile: Profile?) {
        self.identities = identities
        self.profile = profile
    }
}
