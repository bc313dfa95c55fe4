// MARK: - Leaving and coming back

extension Desk {
    /// An identity of a kind is attached.
    package mutating func link(kind: String) throws(Refusal) {
        try requireOpen()
        try requireNoVisitor()
        try append(.identityLinked(kind: kind))
    }

    /// The member leaves: holds and pending points go or forbid it, what is available is forfeited, debt stays.
    package mutating func withdraw(reason: String) throws(Refusal) {
        try requirePresent()
        try settle()
        let member = try subject()
        let wallet = member.wallet
        let policy = situation.program.lifecycle
        let isBlocked =
            (policy.holdsBlockWithdrawal && wallet.held > 0)
            || (policy.pendingBlocksWithdrawal && wallet.pending > 0)
        guard !isBlocked else {
            throw .withdrawalBlocked(member.id, held: wallet.held, pending: wallet.pending)
        }
        var postings = wallet.holds.flatMap(\.releasePostings)
        for grant in wallet.pendingGrants {
            postings.append(
                Posting(.pending, -grant.points, lot: grant.terms, owner: grant.owner))
            postings.append(Posting(.issued(company: grant.terms.company), grant.points))
        }
        let leaving = try wallet.adding(wallet.holds.flatMap(\.lots))
        postings += leaving.lots.flatMap { $0.leavingPostings(for: Account.forfeited) }
        try append(
            .withdrawn(
                Withdrawn(
                    reason: reason, forfeited: leaving.available,
                    cancelledPending: wallet.pending, releasedHolds: wallet.held)),
            postings)
    }

    /// The person is a member again; within the days of grace the forfeited points come back, less what expired.
    ///
    /// What joining gives is given again only if it was not within the months of the program.
    package mutating func rejoin(
        bonusFrom company: String, lastGivenOn: CivilDate? = nil
    ) throws(Refusal) {
        let member = try subject()
        guard member.status == .withdrawn, let departure = member.departure else {
            throw .memberNotWithdrawn(member.id)
        }
        guard situation.now >= departure.at else {
            throw .invalidParams(
                pointer: "/occurredAt", expected: "at the member's departure or later")
        }
        let left = situation.calendar.businessDay(of: departure.at)
        let daysAway = Int(situation.today.dayNumber) - Int(left.dayNumber)
        let isInGrace = daysAway <= situation.program.lifecycle.restoreWithinDays
        let lots = departure.lots.filter {
            isInGrace && $0.terms.isSpendable(on: situation.today)
        }
        var postings = lots.flatMap { lot in
            [
                Posting(.forfeited(company: lot.terms.company), -lot.points, lot: lot.terms),
                Posting(.available, lot.points, lot: lot.terms),
            ]
        }
        let keepsTier = situation.program.lifecycle.keepsTierOnRejoin
        let bonus = bonus(
            for: newcomer(isFirstPurchase: member.purchaseCount == 0), from: company,
            lastGivenOn: [member.bonusOn, lastGivenOn].compactMap(\.self).max())
        postings += member.wallet.issuePostings(for: bonus?.lots ?? [])
        try append(
            .rejoined(
                Rejoined(
                    on: situation.today, restored: lots.reduce(Int64(0)) { $0 + $1.points },
                    keepsTier: keepsTier, bonus: bonus, bonusBefore: lastGivenOn)),
            postings)
    }
}
