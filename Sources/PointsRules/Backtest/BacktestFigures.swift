/// What one side of a back-test gives: points, and what they cost.
///
/// Sums are in 128 bits, so that no number of sales is too many.
package struct BacktestFigures: Hashable, Sendable {
    /// Sales, or activities, to which it gives anything.
    package private(set) var sales: Int64 = 0
    /// Points.
    package private(set) var points: Int128 = 0
    /// What they pay for, in minor units.
    package private(set) var cost: Int128 = 0

    /// Adds the points of one of them, each worth so much.
    mutating func add(_ points: Int64, worth pointValue: Int64) {
        sales += points > 0 ? 1 : 0
        self.points += Int128(points)
        cost += Int128(points) * Int128(pointValue)
    }

    /// What the points cost of so much money, in percent with three decimals, rounded half up; `nil` without money.
    package func rate(of payable: Int128) -> String? {
        guard payable > 0 else { return nil }
        let thousandths = (cost * 200_000 + payable) / (payable * 2)
        let decimals = String(thousandths % 1_000)
        let zeros = String(repeating: "0", count: 3 - decimals.count)
        return "\(thousandths / 1_000).\(zeros)\(decimals)"
    }
}
