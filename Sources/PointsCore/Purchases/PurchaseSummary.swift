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
    /// The same by tax rate, lowest first.
    package let taxes: [TaxShare]

    /// The figures of a purchase.
    package init(
        status: PurchaseStatus, total: Yen, redeemed: Int64, payable: Yen, tax: Yen,
        taxes: [TaxShare] = []
    ) {
        self.status = status
        self.total = total
        self.redeemed = redeemed
        self.payable = payable
        self.tax = tax
        self.taxes = taxes
    }

    /// The figures of a basket, or what is left of it, when points pay `shares` of its lines.
    init(
        status: PurchaseStatus, of basket: PricedBasket, redeemed: Int64, pointValue: Int64,
        shares: [Int64]
    ) {
        let lines = basket.basket.lines
        self.init(
            status: status, total: Yen(basket.total), redeemed: redeemed,
            payable: Yen(basket.total - redeemed * pointValue), tax: Yen(basket.tax),
            taxes: basket.taxes.map { tax in
                let paid = lines.indices.reduce(Int64(0)) {
                    $0 + (lines[$1].taxRate == tax.rate ? shares[$1] : 0)
                }
                return TaxShare(rate: tax.rate, total: Yen(tax.gross), discount: Yen(paid))
            })
    }

    /// The same figures in another status.
    func with(status: PurchaseStatus) -> PurchaseSummary {
        PurchaseSummary(
            status: status, total: total, redeemed: redeemed, payable: payable, tax: tax,
            taxes: taxes)
    }
}
