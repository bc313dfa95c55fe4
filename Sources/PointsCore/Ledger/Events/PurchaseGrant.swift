/// Points that a purchase earned on one set of terms.
package struct PurchaseGrant: Hashable, Sendable {
    /// Class, company, the day of the sale, and the expiry that a grant on that day has.
    package let terms: LotTerms
    /// How long they are valid, counted from the day on which they count.
    package let validity: Validity
    /// How many.
    package var points: Int64
    /// Whether they wait for a confirmation.
    package let isPending: Bool
    /// From when on they count without one; `nil` if never.
    package let confirmsAt: Instant?

    /// Points on those terms.
    package init(
        terms: LotTerms, validity: Validity, points: Int64, isPending: Bool, confirmsAt: Instant?
    ) {
        self.terms = terms
        self.validity = validity
        self.points = points
        self.isPending = isPending
        self.confirmsAt = confirmsAt
    }
}
