/// The rank that a member has reached, since when, and how long it is kept.
package struct TierStanding: Hashable, Sendable {
    /// The rank's id.
    package let tier: String
    /// Since when.
    package let since: Instant
    /// The last business day before it is reviewed; `nil` for the lowest, which nobody loses.
    package internal(set) var keptThrough: CivilDate?
    /// The rank before: what arrives late and happened before ``since`` is judged by it.
    package let before: String

    /// A rank since a moment.
    package init(tier: String, since: Instant, keptThrough: CivilDate?, before: String) {
        self.tier = tier
        self.since = since
        self.keptThrough = keptThrough
        self.before = before
    }
}
