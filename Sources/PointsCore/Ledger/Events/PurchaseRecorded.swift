/// A basket was bought.
package struct PurchaseRecorded: Hashable, Sendable {
    /// The order number in its channel.
    package let order: String
    /// The business day of the sale, whatever day it is booked on.
    package let soldOn: CivilDate
    /// The buyer's purchases recorded just before it: one, or after two members became one that of each; none for the first.
    package let previous: [JournalPosition]
    /// What was bought.
    package let basket: Basket
    /// What was known of the member: rules judge returns by it, however long after.
    package let standing: Standing
    /// The hold that paid, if one did.
    package let hold: JournalPosition?
    /// Whether what it did not take of the hold stays held, for the next shipment.
    package let keepsHold: Bool
    /// The purchase that it takes the place of.
    package let replacement: Replacement?
    /// The entry to which the order number led before: the purchase that it replaces, or that it was voided before this sale
    /// arrived.
    package let takesOrderFrom: JournalPosition?
    /// What the points paid for and what was left to pay.
    package let summary: PurchaseSummary
    /// What was earned, on which terms.
    package let grants: [PurchaseGrant]
    /// What each rule gave, and why.
    package let awards: [RuleAward]
    /// How it was paid, if told.
    package let paymentMethod: String?
    /// What it used of caps over several orders, and what was left of them for it.
    package let capUses: [CapUse]
    /// What it does to the buyer's rank.
    package let tierStep: TierStep?

    /// A basket with its payment and earnings.
    package init(
        order: String, soldOn: CivilDate, previous: [JournalPosition] = [], basket: Basket,
        standing: Standing, hold: JournalPosition?,
        keepsHold: Bool = false,
        replacement: Replacement? = nil, takesOrderFrom: JournalPosition? = nil,
        summary: PurchaseSummary, grants: [PurchaseGrant], awards: [RuleAward],
        paymentMethod: String? = nil, capUses: [CapUse] = [], tierStep: TierStep? = nil
    ) {
        self.order = order
        self.soldOn = soldOn
        self.previous = previous
        self.basket = basket
        self.standing = standing
        self.hold = hold
        self.keepsHold = keepsHold
        self.replacement = replacement
        self.takesOrderFrom = takesOrderFrom
        self.summary = summary
        self.grants = grants
        self.awards = awards
        self.paymentMethod = paymentMethod
        self.capUses = capUses
        self.tierStep = tierStep
    }
}
