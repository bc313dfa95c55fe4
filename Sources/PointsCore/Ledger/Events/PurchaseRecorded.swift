/// A basket was bought.
package struct PurchaseRecorded: Hashable, Sendable {
    /// The order number in its channel.
    package let order: String
    /// What was bought.
    package let basket: Basket
    /// What was known of the member: rules judge returns by it, however long after.
    package let standing: Standing
    /// The hold that paid, if one did.
    package let hold: JournalPosition?
    /// What the points paid for and what was left to pay.
    package let summary: PurchaseSummary
    /// What was earned, on which terms.
    package let grants: [PurchaseGrant]
    /// What each rule gave, and why.
    package let awards: [RuleAward]

    /// A basket with its payment and earnings.
    package init(
        order: String, basket: Basket, standing: Standing, hold: JournalPosition?,
        summary: PurchaseSummary, grants: [PurchaseGrant], awards: [RuleAward]
    ) {
        self.order = order
        self.basket = basket
        self.standing = standing
        self.hold = hold
        self.summary = summary
        self.grants = grants
        self.awards = awards
    }
}
