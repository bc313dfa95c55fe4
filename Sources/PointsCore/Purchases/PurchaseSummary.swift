/// The figures of a purchase as its receipt shows them.
package struct PurchaseSummary: Hashable, Sendable {
    /// How far it has come.
    package let status: PurchaseStatus
    /// What the basket costs, with tax.
    package let total: Yen
    /// Points that pay for part of it.
    package let redeemed: Int64
    /// What is left to pay in money.
    package let payable: Yen
    /// The tax in the total.
    package let tax: Yen

    /// The figures of a purchase.
    package init(status: PurchaseStatus, total: Yen, redeemed: Int64, payable: Yen, tax: Yen) {
        self.status = status
        self.total = total
        self.redeemed = redeemed
        self.payable = payable
        self.tax = tax
    }
}
