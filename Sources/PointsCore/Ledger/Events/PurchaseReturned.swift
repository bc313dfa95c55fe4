/// Something of a purchase came back.
package struct PurchaseReturned: Hashable, Sendable {
    /// Which purchase.
    package let purchase: JournalPosition
    /// What came back, by place of the line in the basket.
    package let pieces: [LinePieces]
    /// Whether it was voided: everything, on the same business day or before shipment.
    package let isVoid: Bool
    /// Whether it is a step of a replacement, whose sale answers the command.
    package let isStep: Bool
    /// Earned points that the remaining basket does not earn.
    package let clawedBack: Int64
    /// How many of them were not there to take.
    package let shortfall: Shortfall
    /// Redeemed points that went back to their lots.
    package let restored: Int64
    /// Redeemed points that went back to lots past their last day, and expired with them.
    package let restoredExpired: Int64
    /// Money to give back, before anything is kept for the shortfall.
    package let refund: Yen
    /// The purchase afterwards.
    package let summary: PurchaseSummary
    /// Points still earned by each grant of the purchase, in its order.
    package let earned: [Int64]
    /// How many of them have come true, by grant.
    package let confirmed: [Int64]
    /// Points that the remaining basket earns beyond what was earned before; rarely any.
    package let toppedUp: [PurchaseGrant]
    /// What comes free again of caps over several orders: points below zero, as a rule.
    package let capUses: [CapUse]
    /// The row number of the member who bought it, if that was another who became part of this one; 0 for the member.
    package let buyer: Int64
    /// What it takes off what counts towards the buyer's rank.
    package let tierCount: TierCount?
    /// What it takes off what the buyer has bought; `nil` for an anonymous sale.
    package let valueChange: ValueChange?

    /// A return with all that follows from it.
    package init(
        purchase: JournalPosition, pieces: [LinePieces], isVoid: Bool, isStep: Bool = false,
        clawedBack: Int64, shortfall: Shortfall, restored: Int64, restoredExpired: Int64,
        refund: Yen, summary: PurchaseSummary,
        earned: [Int64], confirmed: [Int64], toppedUp: [PurchaseGrant],
        capUses: [CapUse] = [], buyer: Int64 = 0, tierCount: TierCount? = nil,
        valueChange: ValueChange? = nil
    ) {
        self.purchase = purchase
        self.pieces = pieces
        self.isVoid = isVoid
        self.isStep = isStep
        self.clawedBack = clawedBack
        self.shortfall = shortfall
        self.restored = restored
        self.restoredExpired = restoredExpired
        self.refund = refund
        self.summary = summary
        self.earned = earned
        self.confirmed = confirmed
        self.toppedUp = toppedUp
        self.capUses = capUses
        self.buyer = buyer
        self.tierCount = tierCount
        self.valueChange = valueChange
    }
}
