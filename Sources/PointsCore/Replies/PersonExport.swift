/// A page of everything that is kept about a person, newest first.
package struct PersonExport: Hashable, Sendable {
    /// Whose it is.
    package let member: MemberID
    /// What is so now; only on the first page.
    package let head: Head?
    /// Entries of the member: all that the page tells of what has happened.
    package let entries: [Entry]
    /// The purchases among them, with what has become of them.
    package let purchases: [Purchase]
    /// The holds among them, as they are now.
    package let holds: [HoldView]
    /// Where the next page begins.
    package let next: JournalPosition?

    /// What is so now.
    package struct Head: Hashable, Sendable {
        /// The member and what channels call them.
        package let member: MemberView
        /// What the person told about themself; `nil` if nothing is kept.
        package let profile: Profile?
        /// The points.
        package let balance: Balance
        /// The open lots.
        package let lots: [Lot]

        /// What is so of a member.
        package init(member: MemberView, profile: Profile?, balance: Balance, lots: [Lot]) {
            self.member = member
            self.profile = profile
            self.balance = balance
            self.lots = lots
        }
    }

    /// A page.
    package init(
        member: MemberID, head: Head?, entries: [Entry], purchases: [Purchase], holds: [HoldView],
        next: JournalPosition?
    ) {
        self.member = member
        self.head = head
        self.entries = entries
        self.purchases = purchases
        self.holds = holds
        self.next = next
    }
}
