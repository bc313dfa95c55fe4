/// Something came back without a receipt: it is judged by the rules of the day on which it came back.
package struct UnreceiptedReturned: Hashable, Sendable {
    /// The business day on which it came back.
    package let day: CivilDate
    /// What came back, at the price that is paid for it.
    package let basket: Basket
    /// Money to give back, before anything is kept for the shortfall.
    package let refund: Yen
    /// What each rule would give for it now, and so takes back.
    package let awards: [RuleAward]
    /// Points taken back.
    package let clawedBack: Int64
    /// How many of them were not there to take.
    package let shortfall: Shortfall
    /// What it takes off what counts towards the member's rank.
    package let tierCount: TierCount?

    /// A return with what follows from it.
    package init(
        day: CivilDate, basket: Basket, refund: Yen, awards: [RuleAward], clawedBack: Int64,
        shortfall: Shortfall,
        tierCount: TierCount? = nil
    ) {
        self.day = day
        self.basket = basket
        self.refund = refund
        self.awards = awards
        self.clawedBack = clawedBack
        self.shortfall = shortfall
        self.tierCount = tierCount
    }
}
