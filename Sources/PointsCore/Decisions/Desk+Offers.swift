// MARK: - Offers

extension Desk {
    /// The member takes the points of an offer.
    ///
    /// - Throws: ``Refusal/offerUnavailable(_:_:)`` with the first reason that applies.
    package mutating func claim(
        _ offer: Offer, of grant: Offer.Grant, issuedBy company: String
    ) throws(Refusal) {
        try requireOpen()
        guard mayEarn else { throw .memberProvisional(try subject().id) }
        try settle()
        if let obstacle = obstacle(to: offer) { throw .offerUnavailable(offer.id, obstacle) }
        let wallet = try subject().wallet
        let lot = Lot(
            terms: wallet.terms(
                for: grant.pointClass, of: company, grantedOn: situation.today,
                validity: grant.validity ?? situation.program.validity),
            points: grant.points)
        try append(
            .offerClaimed(
                OfferClaimed(
                    offer: offer.id, lots: [lot], awards: [grant.award],
                    capUses: grant.uses(on: situation.today))),
            wallet.issuePostings(for: [lot]))
    }

    /// The offers that the member has now, in the order of their ids; none for who may not earn.
    package var offers: [OfferView] {
        guard mayEarn else { return [] }
        return situation.rules.offers.filter { obstacle(to: $0) == nil }.map { offer in
            OfferView(
                offer, under: situation.rules,
                claimsLeft: member.flatMap { offer.grant?.claimsLeft(after: $0.capCounts) })
        }
    }

    /// Why the member does not get an offer; `nil` who does.
    private func obstacle(to offer: Offer) -> OfferObstacle? {
        let rules = situation.rules
        guard rules.isInForce(offer, on: situation.today) else { return .notInForce }
        guard offer.isShown(in: situation.cause.channel) else { return .otherChannel }
        guard let member, let segment = rules.segments.first(where: { $0.id == offer.segment })
        else { return .notInSegment }
        guard agrees(to: segment) else { return .noConsent }
        guard isIn(segment) else { return .notInSegment }
        guard let grant = offer.grant else { return nil }
        guard grant.claimsLeft(after: member.capCounts) > 0 else { return .usedUp }
        return grant.hasRoom(in: situation.budgets) ? nil : .budgetSpent
    }
}
