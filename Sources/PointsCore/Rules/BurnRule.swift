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
    /// How much of some lines points may pay; of several that name a line, each binds.
    package let lineLimits: [LineLimit]
    /// Whether points may pay the tax in a line.
    package let paysTax: Bool
    /// Whether points may pay lines of the category ``shipping``.
    package let paysShipping: Bool

    /// The category of the lines for carriage.
    package static let shipping = "shipping"

    /// How much of some lines points may pay (`lineLimits`).
    package struct LineLimit: Hashable, Sendable {
        /// The lines.
        package let lines: LineCondition
        /// The most of their price, in percent, 0–100.
        package let maxPercent: Int64

        /// At most so much of these lines.
        package init(lines: LineCondition, maxPercent: Int64) {
            self.lines = lines
            self.maxPercent = maxPercent
        }
    }

    /// A rule with all its parts.
    package init(
        id: String, effective: EffectivePeriod, condition: Condition, lines: LineCondition,
        min: Int64, unit: Int64, maxPercentOfOrder: Int64, maxPoints: Int64?,
        lineLimits: [LineLimit] = [], paysTax: Bool = true, paysShipping: Bool = true
    ) {
        self.id = id
        self.effective = effective
        self.condition = condition
        self.lines = lines
        self.min = min
        self.unit = unit
        self.maxPercentOfOrder = maxPercentOfOrder
        self.maxPoints = maxPoints
        self.lineLimits = lineLimits
        self.paysTax = paysTax
        self.paysShipping = paysShipping
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
        for (place, whole) in payableAmounts(of: sale).enumerated() {
            let share = Int128(whole) * Int128(left.pieces[place])
            let quantity = Int128(sale.basket.lines[place].quantity)
            payable += Int64(share.flooredQuotient(by: quantity))
        }
        return absorbable(
            payable: Swift.min(payable, left.total), total: left.total, pointValue: pointValue)
    }

    private func absorbable(payable: Int64, total: Int64, pointValue: Int64) -> Int64 {
        let share = Int64((Int128(total) * Int128(maxPercentOfOrder)).flooredQuotient(by: 100))
        let points = Swift.min(payable, share) / pointValue
        return Swift.min(points, maxPoints ?? points)
    }

    /// What points may pay of each line.
    package func payableAmounts(of basket: PricedBasket) -> [Int64] {
        zip(basket.basket.lines, basket.gross).map { payable(of: $0, costing: $1) }
    }

    private func payable(of line: BasketLine, costing gross: Int64) -> Int64 {
        let isShipping = LineCondition.category([BurnRule.shipping]).holds(for: line)
        guard lines.holds(for: line), paysShipping || !isShipping else { return 0 }
        let price = paysTax ? gross : gross - PricedBasket.tax(inside: gross, at: line.taxRate)
        let percent = lineLimits.filter { $0.lines.holds(for: line) }.map(\.maxPercent).min() ?? 100
        return Int64((Int128(price) * Int128(percent)).flooredQuotient(by: 100))
    }
}
