/// `points.history`: a page of a member's transactions, newest first.
package struct HistoryPage: Hashable, Sendable {
    /// Whose.
    package let member: MemberReference
    /// The most transactions, 1–500.
    package let limit: Int
    /// Begin with this entry; `nil` for the newest.
    package let from: JournalPosition?

    /// A page.
    package init(member: MemberReference, limit: Int, from: JournalPosition?) {
        self.member = member
        self.limit = limit
        self.from = from
    }
}
