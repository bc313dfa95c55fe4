/// A redemption rule: one file under `Rules/burn/`.
package struct BurnRule: Hashable, Sendable {
    /// The id, such as `burn/standard`.
    package let id: String
    /// The days on which it is in force.
    package let effective: EffectivePeriod
    /// When it applies.
    package let condition: Condition
    /// The lines that may be paid with points.
    package let lines: LineCondition
    /// The fewest points for an order, at least 1.
    package let min: Int64
    /// Points are redeemed in multiples of this, at least 1.
    package let unit: Int64
    /// The most of an order's total that points may pay, in percent, 0–100.
    package let maxPercentOfOrder: Int64
    /// The most points for one order; `nil` without a limit.
    package let maxPoints: Int64?

    /// A rule with all its parts.
    package init(
        id: String, effective: EffectivePeriod, condition: Condition, lines: LineCondition,
        min: Int64, unit: Int64, maxPercentOfOrder: Int64, maxPoints: Int64?
    ) {
        self.id = id
        self.effective = effective
        self.condition = condition
        self.lines = lines
        self.min = min
        self.unit = unit
        self.maxPercentOfOrder = maxPercentOfOrder
        self.maxPoints = maxPoints
    }

    /// The most points that a basket may absorb, before minimum and unit are looked at.
    package func absorbable(by basket: PricedBasket, pointValue: Int64) -> Int64 {
        absorbable(
            payable: payableAmounts(of: basket).reduce(0, +), total: basket.total,
            pointValue: pointValue)
    }

    /// The most points that what is left of a basket may keep.
    ///
    /// The lines count with their share of the sale's price, so that fewer pieces never absorb more, however the tax of
    /// what is left is rounded.
    package func absorbable(
        leftOf sale: PricedBasket, now left: PricedBasket, pointValue: Int64
    ) -> Int64 {
        var payable: Int64 = 0
        for (place, line) in sale.basket.lines.enumerated() where lines.holds(for: line) {
            let share = Int128(sale.gross[place]) * Int128(left.pieces[place])
            payable += Int64(share.flooredQuotient(by: Int128(line.quantity)))
        }
        return absorbable(
            payable: Swift.min(payable, left.total), total: left.total, pointValue: pointValue)
    }

    private func absorbable(payable: Int64, total: Int64, pointValue: Int64) -> Int64 {
        let share = Int64((Int128(total) * Int128(maxPercentOfOrder)).flooredQuotient(by: 100))
        let points = Swift.min(payable, share) / pointValue
        return Swift.min(points, maxPoints ?? points)
    }

    /// What points may pay of each line, with tax.
    package func payableAmounts(of basket: PricedBasket) -> [Int64] {
        zip(basket.basket.lines, basket.gross).map { lines.holds(for: $0) ? $1 : 0 }
    }
}
