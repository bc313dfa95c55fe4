/// `consent.list`: how a member's consents stand, and a page of what was answered.
package struct ConsentsPage: Hashable, Sendable {
    /// Whose.
    package let member: MemberReference
    /// The most entries of the history.
    package let limit: Int
    /// Begin the history with this entry; `nil` for the newest.
    package let from: JournalPosition?

    /// A page.
    package init(member: MemberReference, limit: Int, from: JournalPosition?) {
        self.member = member
        self.limit = limit
        self.from = from
    }
}
