/// `member.withdraw`: a member leaves, or sees what leaving would cost.
package struct WithdrawMember: Hashable, Sendable {
    /// Who.
    package let member: MemberReference
    /// Why; goes into the journal, so no names.
    package let reason: String
    /// Whether to only show what would be lost.
    package let isPreview: Bool

    /// A member leaving.
    package init(member: MemberReference, reason: String, isPreview: Bool) {
        self.member = member
        self.reason = reason
        self.isPreview = isPreview
    }
}
