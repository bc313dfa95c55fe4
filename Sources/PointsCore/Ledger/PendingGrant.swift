/// Points earned by a purchase and not yet confirmed.
package struct PendingGrant: Hashable, Sendable {
    /// The entry that set them waiting: the sale, or the confirmation that said until when.
    package let owner: JournalPosition
    /// The purchase that earned them.
    package let purchase: JournalPosition
    /// Class, company and the day of the sale; they have no expiry before they are confirmed.
    package let terms: LotTerms
    /// How many are still pending, above zero.
    package var points: Int64
    /// How long they may be spent once confirmed.
    package let validity: Validity
    /// From this moment on they are spendable; `nil` as long as only a confirmation can make them so.
    package let confirmsAt: Instant?

    /// Points that wait.
    package init(
        owner: JournalPosition, purchase: JournalPosition, terms: LotTerms, points: Int64,
        validity: Validity,
        confirmsAt: Instant?
    ) {
        self.owner = owner
        self.purchase = purchase
        self.terms = terms
        self.points = points
        self.validity = validity
        self.confirmsAt = confirmsAt
    }
}
