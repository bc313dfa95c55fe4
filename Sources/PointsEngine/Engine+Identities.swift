internal import PointsCore
internal import PointsStore

// MARK: - What channels call a member

extension Engine {
    /// An identity is attached; one that the member has already is made sure of, if the channel says so.
    func link(
        _ claim: IdentityClaim, to reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        try deciding { () throws(Refusal) in
            var trial = Desk(member, in: situation)
            try trial.link(kind: claim.kind)
        }
        let claims = try claims([claim], of: member, in: situation)
        try claims.check()
        let linked = try welcome(claims.visitors, to: member, in: situation)
        var desk = Desk(linked, in: situation.with(next: projections.position.next))
        try deciding { () throws(Refusal) in try desk.link(kind: claim.kind) }
        try keep(claims.free, profile: nil, for: desk)
        try storing { () throws(StoreError) in
            for own in claims.own where own.isVerified { try store.verify(own) }
        }
        return try finish(desk)
    }

    /// An identity is taken from the member; it may belong to anybody then.
    func unlink(
        _ claim: IdentityClaim, from reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.unlink(kind: claim.kind) }
        let own = try own(claim, of: member, in: situation)
        try storing { () throws(StoreError) in
            try store.keepRecognition(
                recognition(of: own), of: member.id.number, reason: .takenOff,
                on: situation.today)
            try store.release(own)
        }
        return try finish(desk)
    }

    /// A lost card is blocked, and points on to its owner for whoever has to look; a new one takes its place.
    func replaceIdentity(
        _ replacement: ReplaceIdentity, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(replacement.member, in: situation)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in
            try desk.replaceIdentity(kind: replacement.lost.kind)
        }
        let lost = try own(replacement.lost, of: member, in: situation)
        let successor = try claims(
            [replacement.successor].compactMap(\.self), of: member, in: situation)
        try successor.check()
        try storing { () throws(StoreError) in try store.block(lost, at: situation.now) }
        try keep(successor.free, profile: nil, for: desk)
        return try finish(desk)
    }

    /// An identity that the member must have.
    private func own(
        _ claim: IdentityClaim, of member: Member, in situation: Situation
    ) throws(CommandFailure) -> IdentityClaim {
        let normal = try normalised(claim, under: situation.rules)
        guard try owner(of: normal) == member.id.number else {
            throw .refused(
                .invalidParams(pointer: "/identity", expected: "an identity of the member"))
        }
        return normal
    }

    /// Identities that are claimed for somebody, in comparable form, each once.
    ///
    /// - Parameters:
    ///   - claims: The identities.
    ///   - member: Who is a member already.
    ///   - situation: Time and rules.
    ///   - taken: What is said of one that belongs to another member.
    /// - Returns: Them by to whom they belong; whoever attaches them asks ``ClaimedIdentities/check()`` first.
    /// - Throws: ``CommandFailure`` if the store fails.
    func claims(
        _ claims: [IdentityClaim], of member: Member?, in situation: Situation,
        taken: (MemberID, String) -> Refusal = { .identityTaken(kind: $1, owner: $0) }
    ) throws(CommandFailure) -> ClaimedIdentities {
        var claimed = ClaimedIdentities()
        for claim in claims {
            do throws(CommandFailure) {
                let normal = try normalised(claim, under: situation.rules)
                guard let number = try owner(of: normal), let owner = try self.member(number)
                else {
                    claimed.add(normal)
                    continue
                }
                if number == member?.id.number {
                    claimed.own.append(normal)
                } else if owner.status == .visitor {
                    claimed.visitors[number] = owner
                } else {
                    claimed.taken = claimed.taken ?? taken(owner.id, normal.kind)
                }
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                claimed.invalid = claimed.invalid ?? refusal
            }
        }
        return claimed
    }
}
