/// `member.suspend` and `member.resume`: a member is barred for a time, or not any more.
package struct SuspendMember: Hashable, Sendable {
    /// Who.
    package let member: MemberReference
    /// Why; goes into the journal, so no names.
    package let reason: String

    /// A member barred, or not any more, for a reason.
    package init(member: MemberReference, reason: String) {
        self.member = member
        self.reason = reason
    }
}
