// MARK: - What time has brought about

extension Desk {
    /// Writes down what is already true at the command's moment: holds that ran out, pending points that are due, lots
    /// past their last day, ranks to be reviewed, in the order in which they came true.
    package mutating func settle() throws(Refusal) {
        while let due = nextDue() {
            switch due.matter {
            case .hold(let hold): try timeOut(hold, at: due.at)
            case .maturity(let grant): try mature(grant, at: due.at)
            case .expiry(let day): try expire(lotsOf: day, at: due.at)
            case .review(let day): try reviewTier(keptThrough: day, at: due.at)
            }
        }
    }

    private enum Matter {
        case hold(Hold)
        case maturity(PendingGrant)
        case expiry(CivilDate)
        case review(CivilDate)
    }

    private func nextDue() -> (at: Instant, matter: Matter)? {
        guard let member else { return nil }
        let wallet = member.wallet
        var first: (at: Instant, matter: Matter)?
        func consider(_ at: Instant, _ matter: Matter) {
            guard at <= situation.now else { return }
            if let known = first, known.at <= at { return }
            first = (at, matter)
        }
        for hold in wallet.holds { consider(hold.expiresAt, .hold(hold)) }
        for grant in wallet.pendingGrants {
            if let due = grant.confirmsAt { consider(due, .maturity(grant)) }
        }
        // Lots stand in the order of their expiry, so the first tells all.
        if let day = wallet.lots.first?.terms.expiresOn {
            consider(situation.calendar.end(of: day), .expiry(day))
        }
        if let day = member.tierKeptThrough {
            consider(situation.calendar.end(of: day), .review(day))
        }
        return first
    }

    private mutating func timeOut(_ hold: Hold, at due: Instant) throws(Refusal) {
        try append(
            .holdTimedOut(hold: hold.id), hold.releasePostings, due: due,
            on: situation.calendar.businessDay(of: due))
    }

    private mutating func mature(_ grant: PendingGrant, at due: Instant) throws(Refusal) {
        let wallet = try subject().wallet
        let day = situation.calendar.businessDay(of: due)
        try append(
            .pendingMatured(purchase: grant.purchase),
            wallet.confirmationPostings(for: [grant], on: day), due: due, on: day)
    }

    private mutating func expire(lotsOf day: CivilDate, at due: Instant) throws(Refusal) {
        let lots = try subject().wallet.lots.filter { $0.terms.expiresOn == day }
        // At the end of the day, and so in the books of that day.
        try append(
            .lotsExpired, lots.flatMap { $0.leavingPostings(for: Account.expired) }, due: due,
            on: day)
    }
}
