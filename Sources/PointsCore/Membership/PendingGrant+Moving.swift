extension PendingGrant {
    /// The same with its terms in another form and without its points, which stand in postings.
    func moved(_ form: (LotTerms) -> LotTerms) -> PendingGrant {
        PendingGrant(
            owner: owner, purchase: purchase, terms: form(terms), points: 0, validity: validity,
            confirmsAt: confirmsAt)
    }
}
