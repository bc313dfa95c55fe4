/// Points earned by a purchase and not yet confirmed.
package struct PendingGrant: Hashable, Sendable {
    /// The purchase that earned them.
    package let purchase: JournalPosition
    /// Class, company and the day of the sale; they have no expiry before they are confirmed.
    package let terms: LotTerms
    /// How many are still pending, above zero.
    package var points: Int64
    /// How long they may be spent once confirmed.
    package let validity: Validity
    /// From this moment on they are spendable; `nil` as long as only a confirmation can make them so.
    package var confirmsAt: Instant?

    /// Points that wait.
    package init(
        purchase: JournalPosition, terms: LotTerms, points: Int64, validity: Validity,
        confirmsAt: Instant?
    ) {
        self.purchase = purchase
        self.terms = terms
        self.points = points
        self.validity = validity
        self.confirmsAt = confirmsAt
    }

    /// The lot that they become when they are confirmed on a business day.
    package func confirmedTerms(on day: CivilDate) -> LotTerms {
        LotTerms(
            pointClass: terms.pointClass, company: terms.company, grantedOn: day,
            expiresOn: validity.expiry(grantedOn: day))
    }
}
