/// The answer to `purchase.quote`.
package struct QuoteView: Hashable, Sendable {
    /// What the basket would earn.
    package let evaluation: Evaluation
    /// How many points may pay.
    package let redeemable: Redeemable
    /// What is left to pay in money.
    package let payable: Yen
    /// The member's balance; `nil` for an anonymous basket.
    package let balance: Balance?

    /// A quote.
    package init(
        evaluation: Evaluation, redeemable: Redeemable, payable: Yen, balance: Balance?
    ) {
        self.evaluation = evaluation
        self.redeemable = redeemable
        self.payable = payable
        self.balance = balance
    }
}
