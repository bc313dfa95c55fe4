// MARK: - How long points last

extension Wallet {
    /// The lot of points granted on a business day: what follows the member's activity ends with the rest of the balance.
    func terms(
        for pointClass: PointClass, of company: String, grantedOn day: CivilDate,
        validity: Validity
    ) -> LotTerms {
        var expiresOn = validity.expiry(grantedOn: day)
        if validity.followsActivity, let activeUntil, activeUntil >= day {
            expiresOn = activeUntil
        }
        return LotTerms(
            pointClass: pointClass, company: company, grantedOn: day, expiresOn: expiresOn,
            followsActivity: validity.followsActivity)
    }

    /// The lot that pending points become when they are confirmed on a business day.
    func confirmedTerms(of grant: PendingGrant, on day: CivilDate) -> LotTerms {
        terms(
            for: grant.terms.pointClass, of: grant.terms.company, grantedOn: day,
            validity: grant.validity
        ).from(grant.terms.from)
    }

    /// The lot that points of an old one go back to: activity may have moved its last day on meanwhile.
    func current(_ terms: LotTerms) -> LotTerms {
        guard terms.followsActivity, let old = terms.expiresOn, let activeUntil else {
            return terms
        }
        return terms.expiring(on: max(old, activeUntil))
    }

    /// Every open lot that follows the member's activity, held or not, goes on to a later last day.
    func extensionPostings(until day: CivilDate, on today: CivilDate) -> [Posting] {
        func moves(_ lot: Lot) -> Bool {
            guard lot.terms.followsActivity, let last = lot.terms.expiresOn else { return false }
            return today <= last && last < day
        }
        let free = lots.filter(moves).flatMap { lot in
            [
                Posting(.available, -lot.points, lot: lot.terms),
                Posting(.available, lot.points, lot: lot.terms.expiring(on: day)),
            ]
        }
        let bound = holds.flatMap { hold in
            // In before out, so that the hold is never empty.
            hold.lots.filter(moves).flatMap { lot in
                [
                    Posting(
                        .held, lot.points, lot: lot.terms.expiring(on: day), owner: hold.id),
                    Posting(.held, -lot.points, lot: lot.terms, owner: hold.id),
                ]
            }
        }
        return free + bound
    }
}
