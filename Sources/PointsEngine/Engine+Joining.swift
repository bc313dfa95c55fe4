internal import PointsCore
internal import PointsStore

// MARK: - Joining, registering, coming back

extension Engine {
    func join(_ join: JoinMember, in situation: Situation) throws(CommandFailure) -> Reply {
        try deciding { () throws(Refusal) in
            try situation.requirePublished(join.consents.answers)
        }
        let identities = try claims(join.identities, of: nil, in: situation)
        try identities.check()
        return try enrol(join, as: identities, in: situation)
    }

    /// Somebody who was never a member, or is not known any more, becomes one.
    private func enrol(
        _ join: JoinMember, as identities: ClaimedIdentities, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        // A card that nobody has registered belongs to nobody who could agree.
        if !join.isProvisional {
            try deciding { () throws(Refusal) in
                try situation.requireRequiredConsents(in: join.consents.answers)
            }
        }
        let id = MemberID(
            number: projections.program.memberCount + 1, token: setup.randomBits())
        let company = try issuer(in: situation)
        let lastGivenOn = try lastBonus(of: identities.free)
        var desk = Desk(joining: id, in: situation.with(bornAsIn: join.profile))
        try deciding { () throws(Refusal) in
            try desk.join(
                as: id, join.isProvisional ? .provisional : .active, bonusFrom: company,
                lastGivenOn: lastGivenOn)
        }
        return try finish(
            desk, keeping: identities, profile: join.profile, consents: join.consents,
            in: situation)
    }

    /// Appends what a desk has, with the personal data that go with it; visitors who logged in by it come after it.
    private func finish(
        _ joined: Desk, keeping identities: ClaimedIdentities, profile: Profile?,
        consents: GivenConsents, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        var desk = joined
        try keep(identities.free, profile: told(profile, in: situation), for: desk)
        try record(consents, at: &desk)
        try append(desk)
        if let member = desk.member, !identities.visitors.isEmpty {
            _ = try welcome(identities.visitors, to: member, in: situation)
        }
        return try finished(desk)
    }

    /// The card or the browser that a reference names, if nobody is known by it yet and it needs no joining: it becomes a
    /// provisional member, or a visitor, on the way to what it does first.
    func newcomer(
        _ reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> (claim: IdentityClaim, desk: Desk)? {
        let book = shelf.identityBook(for: situation.rules)
        guard case .identity(let kind, let value) = reference,
            book.isIssued(kind) || book.isAnonymous(kind)
        else { return nil }
        let claim = try normalised(
            IdentityClaim(kind: kind, value: value), under: situation.rules)
        guard try owner(of: claim) == nil else { return nil }
        if let known = try recognised(claim), let member = try answering(for: known.member) {
            // Whoever left with a card comes back by rejoining, and a lost one stays lost.
            if known.reason == .lost {
                throw .refused(.identityBlocked(kind: claim.kind, owner: member.id))
            }
            if known.reason == .left { return nil }
        }
        let id = MemberID(
            number: projections.program.memberCount + 1, token: setup.randomBits())
        let company = try issuer(in: situation)
        let lastGivenOn = try lastBonus(of: [claim])
        var desk = Desk(joining: id, in: situation)
        try deciding { () throws(Refusal) in
            try desk.join(
                as: id, book.isAnonymous(kind) ? .visitor : .provisional, bonusFrom: company,
                lastGivenOn: lastGivenOn, isStep: true)
        }
        return (claim, desk)
    }

    /// Somebody puts a name to a card.
    func register(
        _ registration: RegisterMember, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        try deciding { () throws(Refusal) in
            try situation.requirePublished(registration.consents.answers)
        }
        let member = try member(registration.member, in: situation)
        let known = try claims(registration.identities, of: member, in: situation)
        let company = try issuer(in: situation)
        let lastGivenOn = try lastBonus(of: known.free + identities(of: member))
        var desk = Desk(member, in: situation.with(bornAsIn: registration.profile))
        try deciding { () throws(Refusal) in
            try desk.register(bonusFrom: company, lastGivenOn: lastGivenOn)
        }
        try known.check()
        try deciding { () throws(Refusal) in
            try situation.requireRequiredConsents(
                in: registration.consents.answers, besides: member.consents)
        }
        return try finish(
            desk, keeping: known, profile: registration.profile,
            consents: registration.consents, in: situation)
    }

    /// A person who left comes back under the id they had; anybody else joins.
    func rejoin(_ rejoin: RejoinMember, in situation: Situation) throws(CommandFailure) -> Reply {
        try deciding { () throws(Refusal) in
            try situation.requirePublished(rejoin.consents.answers)
        }
        let identities = try claims(rejoin.identities, of: nil, in: situation) { owner, _ in
            .memberNotWithdrawn(owner)
        }
        try identities.check()
        let known = try recognised(by: identities.free, in: situation)
        guard let known else {
            let join = JoinMember(
                identities: rejoin.identities, isProvisional: false, profile: rejoin.profile,
                consents: rejoin.consents)
            return try enrol(join, as: identities, in: situation)
        }
        let company = try issuer(in: situation)
        let person = try self.situation(situation, for: known).with(bornAsIn: rejoin.profile)
        var desk = Desk(known, in: person)
        let lastGivenOn = try lastBonus(of: identities.free)
        try deciding { () throws(Refusal) in
            try desk.rejoin(bonusFrom: company, lastGivenOn: lastGivenOn)
            try situation.requireRequiredConsents(in: rejoin.consents.answers)
        }
        return try finish(
            desk, keeping: identities, profile: rejoin.profile, consents: rejoin.consents,
            in: situation)
    }

    /// Who left under one of the identities, if that is not too long ago.
    private func recognised(
        by identities: [IdentityClaim], in situation: Situation
    ) throws(CommandFailure) -> Member? {
        for identity in identities {
            guard let known = try recognised(identity), known.reason == .left,
                let member = try answering(for: known.member)
            else { continue }
            guard let departure = member.departure else { return member }
            let last = situation.calendar.businessDay(of: departure.at)
                .adding(months: situation.program.lifecycle.recogniseForMonths)
            if situation.today <= last { return member }
        }
        return nil
    }

    /// Whose an identity was that belongs to nobody any more.
    func recognised(_ identity: IdentityClaim) throws(CommandFailure) -> Recognition? {
        try storing { () throws(StoreError) in try store.recognised(recognition(of: identity)) }
    }

    /// When whoever was known by one of the identities before was last given something for joining.
    private func lastBonus(of identities: [IdentityClaim]) throws(CommandFailure) -> CivilDate? {
        var last: CivilDate?
        for identity in identities {
            guard let known = try recognised(identity), known.reason != .lost,
                let member = try answering(for: known.member),
                let on = member.bonusOn
            else { continue }
            last = max(last ?? on, on)
        }
        return last
    }

    /// Keeps personal data in its own tables, in the same commit as the entry.
    func keep(
        _ identities: [IdentityClaim], profile: Profile?, for desk: Desk
    ) throws(CommandFailure) {
        guard let member = desk.member?.id.number, let entry = desk.entries.last?.position else {
            return
        }
        try storing { () throws(StoreError) in
            for identity in identities {
                try store.keep(identity, of: member, since: entry)
            }
            if let profile { try store.keepProfile(profile.text, of: member) }
        }
    }
}

extension Situation {
    /// The same with the date of birth that a profile tells, if it tells one.
    fileprivate func with(bornAsIn profile: Profile?) -> Situation {
        with(birthDate: profile?.values["birthDate"].flatMap { CivilDate($0) })
    }
}
