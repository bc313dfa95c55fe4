/// Something that a member did besides buying, as two sets of rules judge it.
package struct RehearsedActivity: Hashable, Sendable {
    /// Which one.
    package let activity: JournalPosition
    /// What, by the name that rules use.
    package let name: String
    /// Who did it.
    package let member: MemberID
    /// What the rules of then gave, or what the set makes of it that the draft is held against.
    package let active: RehearsedOutcome
    /// What the draft makes of it.
    package let draft: RehearsedOutcome

    /// A recorded activity, judged twice.
    package init(
        _ activity: PastActivity, of member: MemberID, active: RehearsedOutcome,
        draft: RehearsedOutcome
    ) {
        self.activity = activity.id
        name = activity.recorded.activity
        self.member = member
        self.active = active
        self.draft = draft
    }
}
