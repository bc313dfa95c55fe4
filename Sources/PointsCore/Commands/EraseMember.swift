/// `member.erase`: the personal data of somebody who has left goes now.
package struct EraseMember: Hashable, Sendable {
    /// Who.
    package let member: MemberReference
    /// Whether the keyed hashes go too by which the person would be recognised on coming back.
    package let forgets: Bool

    /// An erasure.
    package init(member: MemberReference, forgets: Bool) {
        self.member = member
        self.forgets = forgets
    }
}
