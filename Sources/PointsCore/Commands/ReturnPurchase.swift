/// `purchase.return`: something comes back.
package struct ReturnPurchase: Hashable, Sendable {
    /// Of which purchase.
    package let purchase: PurchaseReference
    /// What; `nil` for everything that is left.
    package let pieces: [NamedPieces]?

    /// A return of pieces, or of everything.
    package init(purchase: PurchaseReference, pieces: [NamedPieces]?) {
        self.purchase = purchase
        self.pieces = pieces
    }
}
