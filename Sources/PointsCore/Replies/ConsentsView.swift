/// The answer to `consent.list`.
package struct ConsentsView: Hashable, Sendable {
    /// Whose.
    package let member: MemberID
    /// What is asked for now, and how it stands.
    package let current: [ConsentView]
    /// What was answered, newest first.
    package let history: [Past]
    /// Where the next page of the history begins.
    package let next: JournalPosition?

    /// Answers that were given together.
    package struct Past: Hashable, Sendable {
        /// The entry.
        package let entry: Entry
        /// What it says.
        package let answers: [ConsentAnswer]
        /// How they were given, as far as it is kept.
        package let evidence: ConsentEvidence?

        /// Answers of an entry.
        package init(entry: Entry, answers: [ConsentAnswer], evidence: ConsentEvidence?) {
            self.entry = entry
            self.answers = answers
            self.evidence = evidence
        }
    }

    /// A page of a member's consents.
    package init(
        member: MemberID, current: [ConsentView], history: [Past], next: JournalPosition?
    ) {
        self.member = member
        self.current = current
        self.history = history
        self.next = next
    }
}
