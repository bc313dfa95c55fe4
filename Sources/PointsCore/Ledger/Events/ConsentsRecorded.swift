/// A member agreed to something or refused it.
package struct ConsentsRecorded: Hashable, Sendable {
    /// What was answered.
    package let answers: [ConsentAnswer]
    /// The member's entry with answers before this one, so that their history needs no index.
    package let previous: JournalPosition
    /// Whether it is part of joining or coming back, whose entry answers the command.
    package let isStep: Bool

    /// Answers behind others.
    package init(answers: [ConsentAnswer], previous: JournalPosition, isStep: Bool = false) {
        self.answers = answers
        self.previous = previous
        self.isStep = isStep
    }
}
