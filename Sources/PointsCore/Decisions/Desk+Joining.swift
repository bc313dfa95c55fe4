// MARK: - Joining, and what it gives

extension Desk {
    /// A person becomes a member under an id, or a card or a browser is seen for the first time.
    ///
    /// - Parameters:
    ///   - id: The id.
    ///   - status: Where the member stands then. Only who is active is given what rules give for joining.
    ///   - company: Whose points that are.
    ///   - lastGivenOn: When the same person was last given something for joining.
    ///   - isStep: Whether the answer to the command follows.
    /// - Throws: ``Refusal/pointsOutOfRange(_:)`` for more points than an account holds.
    package mutating func join(
        as id: MemberID, _ status: MemberStatus, bonusFrom company: String,
        lastGivenOn: CivilDate? = nil, isStep: Bool = false
    ) throws(Refusal) {
        let bonus =
            status == .active
            ? bonus(for: newcomer(isFirstPurchase: true), from: company, lastGivenOn: lastGivenOn)
            : nil
        try append(
            .joined(
                Joined(
                    id: id, as: status, on: situation.today, bonus: bonus,
                    bonusBefore: lastGivenOn, isStep: isStep)),
            Wallet().issuePostings(for: bonus?.lots ?? []))
    }

    /// Somebody puts a name to a card, and keeps its points.
    package mutating func register(
        bonusFrom company: String, lastGivenOn: CivilDate?
    ) throws(Refusal) {
        try requireOpen()
        let member = try subject()
        guard member.status == .provisional else {
            throw .statusConflict(
                member.id, member.status,
                expected: "member.register is for a card that nobody has registered")
        }
        try settle()
        let known = [member.bonusOn, lastGivenOn].compactMap(\.self).max()
        let bonus = bonus(
            for: newcomer(isFirstPurchase: member.purchaseCount == 0), from: company,
            lastGivenOn: known)
        try append(
            .registered(
                Registered(on: situation.today, bonus: bonus, bonusBefore: lastGivenOn)),
            subject().wallet.issuePostings(for: bonus?.lots ?? []))
    }

    /// Where somebody stands who joins now, for rules to ask.
    func newcomer(isFirstPurchase: Bool) -> Standing {
        let rules = situation.rules
        return Standing(
            .active, tier: rules.tiers?.tier(of: TierRecord(), at: situation.now).id,
            memberSince: situation.today, isFirstPurchase: isFirstPurchase,
            traits: traits)
    }

    /// What rules give for joining; `nil` where none does, or not again so soon.
    func bonus(
        for standing: Standing, from company: String, lastGivenOn: CivilDate?
    ) -> JoiningBonus? {
        let months = situation.program.lifecycle.joiningBonusEveryMonths
        if let lastGivenOn, situation.today < lastGivenOn.adding(months: months) { return nil }
        let rules = situation.rules
        let rooms = RuleRooms(
            leftTo: rules.cappedActivityRules, on: situation.today,
            given: member?.capCounts ?? CapCounts(), budgets: situation.budgets)
        var context = context(in: situation.cause.channel, of: company)
        context.standing = standing
        let activity = JoiningBonus.activity
        let evaluation = rules.evaluate(
            activity: activity, in: context, rooms: rooms,
            spent: Set(rules.onceRules(for: activity)))
        guard evaluation.points > 0 else { return nil }
        let wallet = member?.wallet ?? Wallet()
        return JoiningBonus(
            lots: lots(of: evaluation, from: company, in: wallet), awards: evaluation.awards,
            capUses: rooms.uses(
                of: evaluation.awards, by: rules.cappedActivityRules, on: situation.today
            ).filter { $0.points > 0 })
    }

    /// The lots that an evaluation opens at once.
    func lots(of evaluation: Evaluation, from company: String, in wallet: Wallet) -> [Lot] {
        evaluation.portions.filter { $0.points > 0 }.map { portion in
            Lot(
                terms: wallet.terms(
                    for: portion.pointClass, of: company, grantedOn: situation.today,
                    validity: portion.validity),
                points: portion.points)
        }
    }
}
