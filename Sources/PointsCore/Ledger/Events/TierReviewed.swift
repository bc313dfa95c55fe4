/// A rank was kept as long as it had to be, and was judged again.
package struct TierReviewed: Hashable, Sendable {
    /// The rank before.
    package let from: String
    /// The rank from then on; `nil` if the program has no ranks any more.
    package let standing: TierStanding?

    /// A review of a rank.
    package init(from: String, standing: TierStanding?) {
        self.from = from
        self.standing = standing
    }
}
