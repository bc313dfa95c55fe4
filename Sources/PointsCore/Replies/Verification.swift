/// What `verify` found.
package struct Verification: Hashable, Sendable {
    /// Entries read.
    package var transactions: Int64 = 0
    /// Their postings.
    package var postings: Int64 = 0
    /// Members whose state was compared.
    package var members: Int64 = 0
    /// Lots compared.
    package var lots: Int64 = 0
    /// What is not as it should be, in the order of the journal; at most ``differencesMax``.
    package var differences: [Difference] = []

    /// Differences that are told; the first is the one that matters.
    package static let differencesMax = 100

    /// One thing that is not as it should be.
    package struct Difference: Hashable, Sendable {
        /// The invariant, by its short name.
        package let invariant: String
        /// The member's number, if it is about one.
        package let member: Int64?
        /// The entry, if it is about one.
        package let transaction: JournalPosition?
        /// What was expected and what was found.
        package let detail: String

        /// A difference.
        package init(
            invariant: String, member: Int64? = nil, transaction: JournalPosition? = nil,
            detail: String
        ) {
            self.invariant = invariant
            self.member = member
            self.transaction = transaction
            self.detail = detail
        }
    }

    /// Nothing checked yet.
    package init() {}

    /// Whether everything is as it should be.
    package var isOK: Bool { differences.isEmpty }

    /// Notes a difference, unless enough are noted already.
    package mutating func note(_ difference: Difference) {
        if differences.count < Verification.differencesMax { differences.append(difference) }
    }
}
