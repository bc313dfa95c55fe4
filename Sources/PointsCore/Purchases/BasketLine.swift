/// One line of a basket.
package struct BasketLine: Hashable, Sendable {
    /// What the channel calls the line.
    package let name: String
    /// The article, if told.
    package let sku: String?
    /// The category path, such as `food/dairy`, if told.
    package let category: String?
    /// Pieces, 1…10⁶.
    package let quantity: Int64
    /// The price of all pieces after the line's own discounts.
    package let amount: Yen
    /// Percent of tax, 0–100.
    package let taxRate: Int64

    /// A line of so many pieces.
    package init(
        name: String, sku: String? = nil, category: String? = nil, quantity: Int64, amount: Yen,
        taxRate: Int64
    ) {
        self.name = name
        self.sku = sku
        self.category = category
        self.quantity = quantity
        self.amount = amount
        self.taxRate = taxRate
    }

    /// The price of the pieces that are left, rounded down: a function of how many are left, so that the order in
    /// which pieces come back does not matter.
    package func amount(ofPieces left: Int64) -> Yen {
        let whole = (Int128(amount.amount) * Int128(left)).flooredQuotient(by: Int128(quantity))
        return Yen(Int64(whole))
    }
}
