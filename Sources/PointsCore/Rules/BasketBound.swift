/// What a basket must hold for a rule to apply (`basket`): pieces or money of some of its lines.
package struct BasketBound: Hashable, Sendable {
    /// The lines that are counted.
    package let lines: LineCondition
    /// How many pieces of them.
    package let quantity: AmountBound?
    /// What they cost.
    package let amount: AmountBound?
    /// Whether the amount is with tax.
    package let includesTax: Bool

    /// Bounds on some lines.
    package init(
        lines: LineCondition, quantity: AmountBound?, amount: AmountBound?, includesTax: Bool
    ) {
        self.lines = lines
        self.quantity = quantity
        self.amount = amount
        self.includesTax = includesTax
    }

    /// Whether a basket, or what is left of it, is within.
    package func holds(for basket: PricedBasket) -> Bool {
        let places = basket.basket.lines.indices.filter {
            lines.holds(for: basket.basket.lines[$0])
        }
        let pieces = places.reduce(Int64(0)) { $0 + basket.pieces[$1] }
        return quantity?.contains(pieces) ?? true
            && amount?.contains(basket.money(ofLinesAt: places, includingTax: includesTax)) ?? true
    }
}
