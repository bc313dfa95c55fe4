/// `member.update`: a member corrects what they told about themself.
package struct UpdateMember: Hashable, Sendable {
    /// Who.
    package let member: MemberReference
    /// The fields that are named, by their names in ``Profile/names``, with their new values; `nil` takes a field away.
    package let changes: [String: String?]

    /// A correction of some fields.
    package init(member: MemberReference, changes: [String: String?]) {
        self.member = member
        self.changes = changes
    }
}
