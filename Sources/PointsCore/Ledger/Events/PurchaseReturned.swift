/// Something of a purchase came back.
package struct PurchaseReturned: Hashable, Sendable {
    /// Which purchase.
    package let purchase: JournalPosition
    /// What came back, by place of the line in the basket.
    package let pieces: [Pieces]
    /// Whether it was voided: everything, on the same business day or before shipment.
    package let isVoid: Bool
    /// Earned points that the remaining basket does not earn.
    package let clawedBack: Int64
    /// How many of them were not there to take.
    package let shortfall: Int64
    /// What became of the shortfall.
    package let shortfallPolicy: ShortfallPolicy
    /// Money to keep back from the refund for the shortfall, where the policy says so.
    package let keptFromRefund: Yen
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
    /// Points that the remaining basket earns beyond what was earned before; rarely any.
    package let toppedUp: [PurchaseGrant]

    /// So many pieces of a line.
    package struct Pieces: Hashable, Sendable {
        /// The place of the line in the basket, from 0.
        package let line: Int
        /// How many, above zero.
        package let quantity: Int64

        /// So many pieces of the line at that place.
        package init(line: Int, quantity: Int64) {
            self.line = line
            self.quantity = quantity
        }
    }

    /// A return with all that follows from it.
    package init(
        purchase: JournalPosition, pieces: [Pieces], isVoid: Bool, clawedBack: Int64,
        shortfall: Int64, shortfallPolicy: ShortfallPolicy, keptFromRefund: Yen, restored: Int64,
        restoredExpired: Int64, refund: Yen, summary: PurchaseSummary,
        earned: [Int64], toppedUp: [PurchaseGrant]
    ) {
        self.purchase = purchase
        self.pieces = pieces
        self.isVoid = isVoid
        self.clawedBack = clawedBack
        self.shortfall = shortfall
        self.shortfallPolicy = shortfallPolicy
        self.keptFromRefund = keptFromRefund
        self.restored = restored
        self.restoredExpired = restoredExpired
        self.refund = refund
        self.summary = summary
        self.earned = earned
        self.toppedUp = toppedUp
    }
}
