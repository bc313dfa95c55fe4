/// `activity.record`: something that a member did besides buying.
package struct RecordActivity: Hashable, Sendable {
    /// Who did it.
    package let member: MemberReference
    /// What, by the name that rules use: `review`.
    package let activity: String
    /// What it is about, if told: the product that was reviewed.
    package let subject: String?
    /// What the channel calls this one, if it says: it is then recorded only once.
    package let reference: String?

    /// An activity of a member.
    package init(
        member: MemberReference, activity: String, subject: String? = nil,
        reference: String? = nil
    ) {
        self.member = member
        self.activity = activity
        self.subject = subject
        self.reference = reference
    }
}
