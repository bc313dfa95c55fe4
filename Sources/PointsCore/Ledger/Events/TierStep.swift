/// What a sale does to its buyer's rank.
package struct TierStep: Hashable, Sendable {
    /// What it counts.
    package let count: TierCount
    /// Months that count at a time; older ones are forgotten.
    package let windowMonths: Int
    /// What counts with it in all.
    package let basis: Int64
    /// The rank from then on; `nil` for the lowest, as long as no other was reached.
    package let standing: TierStanding?
    /// Whether the sale gives the rank, or lets it be kept for longer.
    package let isChange: Bool

    /// A count with what follows from it.
    package init(
        count: TierCount, windowMonths: Int, basis: Int64, standing: TierStanding?, isChange: Bool
    ) {
        self.count = count
        self.windowMonths = windowMonths
        self.basis = basis
        self.standing = standing
        self.isChange = isChange
    }
}
