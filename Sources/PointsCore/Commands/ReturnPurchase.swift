/// `purchase.return`: something comes back.
package struct ReturnPurchase: Hashable, Sendable {
    /// Of which purchase.
    package let purchase: PurchaseReference
    /// What; `nil` for everything that is left.
    package let pieces: [Pieces]?

    /// So many pieces of a line.
    package struct Pieces: Hashable, Sendable {
        /// What the channel calls the line.
        package let line: String
        /// How many, above zero.
        package let quantity: Int64

        /// So many pieces of the line of that name.
        package init(line: String, quantity: Int64) {
            self.line = line
            self.quantity = quantity
        }
    }

    /// A return of pieces, or of everything.
    package init(purchase: PurchaseReference, pieces: [Pieces]?) {
        self.purchase = purchase
        self.pieces = pieces
    }
}
