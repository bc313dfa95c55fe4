/// What two rows are to one another.
package enum PairVerdict: Hashable, Sendable {
    /// One person.
    case match(MatchEvidence)

    /// Perhaps one person.
    case review(ReviewReason)

    /// Two, or nothing that speaks for one.
    case apart
}
