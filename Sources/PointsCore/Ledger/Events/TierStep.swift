/// What a sale does to its buyer's rank.
package struct TierStep: Hashable, Sendable {
    /// What it counts.
    package let count: TierCount
    /// Months that count at a time; older ones are forgotten.
    package let windowMonths: Int
    /// The rank from then on; `nil` if the sale changes nothing about it.
    package let standing: TierStanding?

    /// A count with what follows from it.
    package init(count: TierCount, windowMonths: Int, standing: TierStanding?) {
        self.count = count
        self.windowMonths = windowMonths
        self.standing = standing
    }
}
