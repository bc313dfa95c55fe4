/// Two rows that a person must decide on.
package struct ReviewPair: Hashable, Sendable {
    /// The earlier row.
    package let left: RowKey

    /// The later row.
    package let right: RowKey

    /// What speaks against a decision without a person.
    package let reason: ReviewReason
}
