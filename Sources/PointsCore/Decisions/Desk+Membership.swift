// MARK: - Joining, leaving, coming back

extension Desk {
    /// A person becomes a member under an id.
    package mutating func join(as id: MemberID, provisional: Bool) throws(Refusal) {
        try append(
            .joined(Joined(id: id, isProvisional: provisional, on: situation.today)))
    }

    /// An identity of a kind is attached.
    package mutating func link(kind: String) throws(Refusal) {
        try requireOpen()
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
    package mutating func rejoin() throws(Refusal) {
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
        let postings = lots.flatMap { lot in
            [
                Posting(.forfeited(company: lot.terms.company), -lot.points),
                Posting(.available, lot.points, lot: lot.terms),
            ]
        }
        let restored = lots.reduce(Int64(0)) { $0 + $1.points }
        try append(
            .rejoined(
                Rejoined(
                    on: situation.today, restored: restored,
                    keepsTier: situation.program.lifecycle.keepsTierOnRejoin)),
            postings)
    }

    /// Refuses who has left.
    func requirePresent() throws(Refusal) {
        let member = try subject()
        if member.status == .withdrawn { throw .memberWithdrawn(member.id) }
    }

    /// Refuses who has left or is barred.
    func requireOpen() throws(Refusal) {
        let member = try subject()
        switch member.status {
        case .withdrawn, .merged: throw .memberWithdrawn(member.id)
        case .suspended: throw .memberSuspended(member.id)
        case .active, .provisional: break
        }
    }

    /// Refuses who had left or is barred: what is from before a member left is written down all the same.
    func requireOpenThen() throws(Refusal) {
        if let departure = try subject().departure, situation.now < departure.at { return }
        try requireOpen()
    }

    /// Refuses who may not spend.
    func requireSpender() throws(Refusal) {
        try requireOpen()
        let member = try subject()
        if member.status == .provisional, !situation.program.lifecycle.provisionalRedeems {
            throw .memberProvisional(member.id)
        }
    }
}
