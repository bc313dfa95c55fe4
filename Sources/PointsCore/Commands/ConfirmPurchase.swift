/// `purchase.confirm`: something was shipped.
package struct ConfirmPurchase: Hashable, Sendable {
    /// Of which purchase.
    package let purchase: PurchaseReference
    /// What; `nil` for everything that is left.
    package let pieces: [NamedPieces]?

    /// A shipment of pieces, or of everything.
    package init(purchase: PurchaseReference, pieces: [NamedPieces]?) {
        self.purchase = purchase
        self.pieces = pieces
    }
}
