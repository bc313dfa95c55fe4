/// A member claimed an offer.
package struct OfferClaimed: Hashable, Sendable {
    /// Which, by its id.
    package let offer: String
    /// What was given, on which terms.
    package let lots: [Lot]
    /// What the offer gave, and how it came to that.
    package let awards: [RuleAward]
    /// What the claim adds to the member's claims and to the budget.
    package let capUses: [CapUse]

    /// A claim with what it gave.
    package init(offer: String, lots: [Lot], awards: [RuleAward], capUses: [CapUse]) {
        self.offer = offer
        self.lots = lots
        self.awards = awards
        self.capUses = capUses
    }
}
