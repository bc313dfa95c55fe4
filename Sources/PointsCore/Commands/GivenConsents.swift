/// What a person answers in one request, and how that is proven.
package struct GivenConsents: Hashable, Sendable {
    /// The answers, each about another topic.
    package let answers: [ConsentAnswer]
    /// How they were given.
    package let evidence: ConsentEvidence?

    /// Answers with their evidence.
    package init(_ answers: [ConsentAnswer], evidence: ConsentEvidence? = nil) {
        self.answers = answers
        self.evidence = evidence
    }

    /// Nothing is answered.
    package static let none = GivenConsents([])
}
