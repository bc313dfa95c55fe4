/// What a purchase costs at one tax rate, and how much of that points pay.
///
/// Points are a discount (値引き): they lower what is taxed, rate by rate, and the tax on what is left is rounded down once per
/// rate (National Tax Agency, Tax Answer No. 6480; Consumption Tax Act, Order for Enforcement art. 70-10).
package struct TaxShare: Hashable, Sendable {
    /// Percent.
    package let rate: Int64
    /// What is taxed at this rate, with the tax, before points are used.
    package let total: Yen
    /// How much of it points pay.
    package let discount: Yen

    /// An amount at a rate with what points pay of it.
    package init(rate: Int64, total: Yen, discount: Yen) {
        self.rate = rate
        self.total = total
        self.discount = discount
    }

    /// What is left to pay in money.
    package var payable: Yen { Yen(total.amount - discount.amount) }
    /// The tax in what is left to pay.
    package var tax: Yen { Yen(PricedBasket.tax(inside: payable.amount, at: rate)) }
}
