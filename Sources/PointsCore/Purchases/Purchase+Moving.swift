// MARK: - A purchase of somebody who became part of another member

extension Purchase {
    /// The purchase with its lots in the form that they have in a member: of the buyer, or of somebody into whom the buyer
    /// came.
    func seen(by member: Int64) -> Purchase {
        guard member != self.member, self.member != Entry.programMember else { return self }
        let buyer = self.member
        var seen = self
        seen.payment = payment.map { Lot(terms: $0.terms.brought(by: buyer), points: $0.points) }
        seen.grants = grants.map { grant in grant.moved { $0.brought(by: buyer) } }
        seen.opened = opened.map { $0.brought(by: buyer) }
        return seen
    }
}

extension PurchaseGrant {
    /// The same with its terms in another form.
    func moved(_ form: (LotTerms) -> LotTerms) -> PurchaseGrant {
        PurchaseGrant(
            terms: form(terms), validity: validity, points: points, isPending: isPending,
            confirmsAt: confirmsAt)
    }
}
