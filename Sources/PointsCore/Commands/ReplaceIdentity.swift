/// `member.replaceIdentity`: a lost card is blocked, and another takes its place if there is one already.
package struct ReplaceIdentity: Hashable, Sendable {
    /// Whose.
    package let member: MemberReference
    /// What is lost.
    package let lost: IdentityClaim
    /// What takes its place.
    package let successor: IdentityClaim?

    /// A lost identity.
    package init(member: MemberReference, lost: IdentityClaim, successor: IdentityClaim?) {
        self.member = member
        self.lost = lost
        self.successor = successor
    }
}
