// MARK: - Points by hand, and holds

extension Desk {
    /// Points are given.
    package mutating func grant(
        _ grant: GrantPoints, company: String
    ) throws(Refusal) {
        try situation.requireSecondActor(for: grant.points, approvedBy: grant.approvedBy)
        guard situation.rules.pointClasses.contains(grant.pointClass) else {
            let known = situation.rules.pointClasses.map(\.name).sorted().joined(separator: ", ")
            throw .invalidParams(pointer: "/class", expected: "a class of the rules: \(known)")
        }
        guard try terms(of: grant, company: company).isSpendable(on: situation.today) else {
            throw .invalidParams(pointer: "/expiresOn", expected: "today or a later day")
        }
        try requireOpen()
        try requireNoVisitor()
        try settle()
        try moveExpiry(for: [.grant])
        let terms = try terms(of: grant, company: company)
        let lots = [Lot(terms: terms, points: grant.points)]
        try append(
            .granted(reason: grant.reason, approvedBy: grant.approvedBy),
            subject().wallet.issuePostings(for: lots))
    }

    private func terms(of grant: GrantPoints, company: String) throws(Refusal) -> LotTerms {
        if let last = grant.expiresOn {
            return LotTerms(
                pointClass: grant.pointClass, company: company, grantedOn: situation.today,
                expiresOn: last)
        }
        guard let validity = situation.rules.validity(of: grant.pointClass) else {
            throw .invalidParams(
                pointer: "/expiresOn",
                expected: "told: the rules give points of this class more than one validity")
        }
        return try subject().wallet.terms(
            for: grant.pointClass, of: company, grantedOn: situation.today, validity: validity)
    }

    /// A balance is corrected: upwards a new lot opens, downwards lots are drawn on in consumption order.
    package mutating func adjust(
        by points: Int64, reason: String, approvedBy: String?, company: String
    ) throws(Refusal) {
        try situation.requireSecondActor(for: points, approvedBy: approvedBy)
        try requireOpen()
        try requireNoVisitor()
        try settle()
        let wallet = try subject().wallet
        let postings: [Posting]
        if points > 0 {
            let terms = wallet.terms(
                for: .standard, of: company, grantedOn: situation.today,
                validity: situation.program.validity)
            postings =
                [Posting(.adjusted(company: company), -points)]
                + wallet.creditPostings(for: [Lot(terms: terms, points: points)])
        } else {
            postings = try draw(-points).flatMap { $0.leavingPostings(for: Account.adjusted) }
        }
        try append(.adjusted(reason: reason, approvedBy: approvedBy), postings)
    }

    /// An opening balance comes in; what is owed elsewhere is owed here.
    ///
    /// - Parameters:
    ///   - balance: What comes in.
    ///   - id: The id for a person who is no member yet.
    /// - Throws: ``Refusal/memberWithdrawn(_:)`` and the like for somebody who cannot receive points.
    package mutating func openBalance(
        _ balance: OpenBalance, joining id: MemberID?
    ) throws(Refusal) {
        var origin = balance.origin
        if let id {
            origin.joined = Joined(id: id, on: situation.today)
        } else {
            try requireOpen()
            try settle()
        }
        let account = Account.migrated(company: balance.company, source: balance.origin.source)
        let total = balance.lots.reduce(Int64(0)) { $0 + $1.points } - balance.debt
        var postings: [Posting] = total == 0 ? [] : [Posting(account, -total)]
        if balance.debt > 0 { postings.append(Posting(.debt, -balance.debt)) }
        for lot in balance.lots {
            postings.append(Posting(.available, lot.points, lot: opened(lot.terms)))
        }
        try append(.balanceOpened(origin), postings)
    }

    /// Standard points of another system follow the member's activity from now on, where the program's own do.
    private func opened(_ terms: LotTerms) -> LotTerms {
        guard situation.program.validity.followsActivity, terms.expiresOn != nil,
            !terms.pointClass.isLimited
        else { return terms }
        return LotTerms(
            pointClass: terms.pointClass, company: terms.company, grantedOn: terms.grantedOn,
            expiresOn: terms.expiresOn, followsActivity: true)
    }

    /// Points are set aside.
    package mutating func place(_ hold: PlaceHold) throws(Refusal) {
        let expiresAt =
            hold.expiresAt ?? situation.now.adding(seconds: situation.program.holdMinutes * 60)
        guard expiresAt > situation.now else {
            throw .invalidParams(pointer: "/expiresAt", expected: "later than occurredAt")
        }
        try requireSpender()
        try settle()
        guard try subject().wallet.holds.count < CoreLimits.openHoldsMax else {
            throw .redeemNotAllowed(
                max: 0, min: 1, unit: 1,
                why: "The member has \(CoreLimits.openHoldsMax) open holds; capture or release one."
            )
        }
        let owner = nextPosition
        let postings = try draw(hold.points).flatMap { lot in
            [
                Posting(.available, -lot.points, lot: lot.terms),
                Posting(.held, lot.points, lot: lot.terms, owner: owner),
            ]
        }
        try append(
            .holdPlaced(
                HoldPlaced(order: hold.order, points: hold.points, expiresAt: expiresAt)),
            postings)
    }

    /// A hold is given up; the points go back to the lots they came from.
    package mutating func release(_ id: JournalPosition) throws(Refusal) {
        try settle()
        guard let hold = try subject().wallet.hold(id) else { throw .holdExpired(id) }
        try append(.holdReleased(hold: id), hold.releasePostings)
    }

    /// The lots that give so many points now.
    func draw(_ points: Int64) throws(Refusal) -> [Lot] {
        let wallet = try subject().wallet
        guard let lots = wallet.draw(points, on: situation.today) else {
            throw .insufficientPoints(
                available: wallet.spendable(on: situation.today), requested: points)
        }
        return lots
    }
}
