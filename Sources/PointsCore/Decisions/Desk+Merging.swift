// MARK: - Becoming one

extension Desk {
    /// Writes down what is due for somebody who is to become part of another member, or into whom another is to come.
    ///
    /// - Throws: ``Refusal`` for who has left, is barred, or is no member of the kind that the other needs.
    package mutating func prepareMerge(into survivor: MemberStatus? = nil) throws(Refusal) {
        try requireOpen()
        try settle()
        let member = try subject()
        guard let survivor else {
            if member.status == .visitor {
                throw .statusConflict(
                    member.id, member.status,
                    expected: "a visitor becomes part of a member, not the other way round")
            }
            return
        }
        if survivor == .provisional, member.status(at: situation.now) == .active {
            throw .statusConflict(
                member.id, member.status,
                expected: "merge the card that nobody registered into the member instead")
        }
    }

    /// The member becomes part of another.
    package mutating func leave(for survivor: MemberID, bookedOn company: String) throws(Refusal) {
        let wallet = try subject().wallet
        try append(
            .mergedInto(survivor), wallet.movingPostings(of: company) { $0 }.map(\.reversed))
    }

    /// Another member becomes part of this one, with everything: lots keep their dates and their company, and from whom they
    /// came.
    package mutating func absorb(
        _ other: Member, bookedOn company: String, isStep: Bool = false
    ) throws(Refusal) {
        let member = try subject()
        let number = other.id.number
        let estate = Estate(other) { $0.brought(by: number) }
        var merged = member.tiers
        merged.merge(estate, standing: member.tiers.standing)
        let policy = situation.tiers.policy(at: situation.now)
        let standing =
            member.status(at: situation.now) == .active
            ? policy?.standing(
                of: member.tiers, with: other.tiers, after: merged, at: situation.now,
                in: situation.calendar) ?? member.tiers.standing
            : member.tiers.standing
        try append(
            .absorbed(
                Absorbed(
                    member: other.id, status: other.status,
                    joinedOn: other.status == .visitor
                        ? member.joinedOn : min(member.joinedOn, other.joinedOn), estate: estate,
                    standing: standing, isStep: isStep)),
            other.wallet.movingPostings(of: company) { $0.brought(by: number) })
    }
}

// MARK: - Coming apart

extension Desk {
    /// What somebody who became part of this member would take back out, as a member of their own has it.
    ///
    /// - Throws: ``Refusal/mergeNotReversible(_:spent:why:)`` if some of the points that came in have been used.
    package mutating func parting(from other: MemberID) throws(Refusal) -> Parting {
        try requireOpen()
        try settle()
        let member = try subject()
        guard let absorption = member.absorbed.first(where: { $0.member == other }) else {
            throw .mergeNotReversible(other, spent: 0, why: "\(other) is no part of \(member.id)")
        }
        guard situation.now >= absorption.at else {
            throw .invalidParams(
                pointer: "/occurredAt", expected: "at the time of the merge or later")
        }
        // Leaving ended what both had agreed to, and coming back began anew.
        guard absorption.period == member.period else {
            throw .mergeNotReversible(
                other, spent: max(0, absorption.spent),
                why: "\(member.id) has left and come back since")
        }
        guard absorption.spent <= 0 else {
            throw .mergeNotReversible(
                other, spent: absorption.spent,
                why: "\(absorption.spent) of the points that came in have been used")
        }
        let parting = Parting(absorption, of: member)
        guard parting.boundElsewhere == 0 else {
            throw .mergeNotReversible(
                other, spent: parting.boundElsewhere,
                why:
                    "\(parting.boundElsewhere) of the points that came in are held; release the holds first"
            )
        }
        return parting
    }

    /// Somebody who became part of this member goes with what is theirs.
    package mutating func release(
        _ parting: Parting, bookedOn company: String
    ) throws(Refusal) {
        let member = try subject()
        try append(
            .released(
                Parted(
                    other: parting.absorption.member, status: member.status,
                    joinedOn: parting.joinedOn, estate: parting.estate)),
            parting.wallet.movingPostings(of: company) { $0 }.map(\.reversed))
    }

    /// The member is one of their own again.
    package mutating func comeApart(
        _ parting: Parting, from survivor: MemberID, bookedOn company: String
    ) throws(Refusal) {
        let number = parting.absorption.member.number
        try append(
            .cameApart(
                Parted(
                    other: survivor, status: parting.absorption.status,
                    joinedOn: subject().joinedOn, estate: parting.estate.home(to: number))),
            parting.wallet.movingPostings(of: company) { $0.home(to: number) })
    }
}

// MARK: - Postings

extension Wallet {
    /// Everything in the wallet comes into another, its lots in the form that they have there; what is owed is of a company.
    func movingPostings(
        of company: String, as form: (LotTerms) -> LotTerms
    ) -> [Posting] {
        var postings: [Posting] = []
        func move(_ account: Account, _ lot: Lot, owner: JournalPosition?) {
            postings.append(Posting(.merged(company: lot.terms.company), -lot.points))
            postings.append(Posting(account, lot.points, lot: form(lot.terms), owner: owner))
        }
        for lot in lots { move(.available, lot, owner: nil) }
        for hold in holds {
            for lot in hold.lots { move(.held, lot, owner: hold.id) }
        }
        for grant in pendingGrants {
            move(.pending, Lot(terms: grant.terms, points: grant.points), owner: grant.owner)
        }
        if debt != 0 {
            postings.append(Posting(.merged(company: company), -debt))
            postings.append(Posting(.debt, debt))
        }
        return postings
    }
}

extension Posting {
    /// The same taken back.
    var reversed: Posting { Posting(account, -points, lot: lot, owner: owner) }
}
