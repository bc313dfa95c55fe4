package import PointsCore

/// The sales that points paid for, and those of them that the draft would not have let be paid so.
package struct BacktestRedemption: Hashable, Sendable {
    /// All of them.
    package private(set) var sales: Int64 = 0
    /// Points that paid.
    package private(set) var points: Int128 = 0
    /// Points that paid where the draft would not have let them.
    package private(set) var refusedPoints: Int128 = 0
    /// Sales by what stands in the draft's way.
    package private(set) var refused: [Redeemable.Obstacle: Int64] = [:]

    /// Sales that the draft would not have let be paid so.
    package var refusedSales: Int64 { refused.values.reduce(0, +) }

    mutating func add(_ sale: RehearsedSale) {
        guard sale.redeemed > 0 else { return }
        sales += 1
        points += Int128(sale.redeemed)
        guard let obstacle = sale.draft.obstacle else { return }
        refusedPoints += Int128(sale.redeemed)
        refused[obstacle, default: 0] += 1
    }
}
