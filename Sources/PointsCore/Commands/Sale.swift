/// `purchase.record` and `purchase.quote`: a basket, bought or looked at.
package struct Sale: Hashable, Sendable {
    /// Who buys; `nil` for an anonymous sale.
    package let member: MemberReference?
    /// The order number in its channel; a quote may have none.
    package let order: String
    /// What is bought.
    package let basket: Basket
    /// Points to pay with; `nil` for what the hold holds, or none.
    package let redeem: Int64?
    /// The hold that pays.
    package let hold: JournalPosition?
    /// Whether what is not captured stays held, for the next shipment.
    package let keepsHold: Bool
    /// How it is paid, if told: the name of a way, such as `credit_card`.
    package let paymentMethod: String?

    /// A sale of a basket.
    package init(
        member: MemberReference?, order: String, basket: Basket, redeem: Int64?,
        hold: JournalPosition?, keepsHold: Bool = false, paymentMethod: String? = nil
    ) {
        self.member = member
        self.order = order
        self.basket = basket
        self.redeem = redeem
        self.hold = hold
        self.keepsHold = keepsHold
        self.paymentMethod = paymentMethod
    }
}
