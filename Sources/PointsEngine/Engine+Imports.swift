package import PointsCore
internal import PointsStore

// MARK: - For the migration

extension Engine {
    /// What makes identities comparable under a program, before there is a database: exactly what the engine will do when
    /// they are imported.
    ///
    /// - Returns: A function that throws ``Refusal/identityInvalid(kind:expected:)``.
    package static func identityForm(
        of program: Program
    ) -> (IdentityClaim) throws(Refusal) -> IdentityClaim {
        let book = IdentityBook(program)
        return { (claim: IdentityClaim) throws(Refusal) -> IdentityClaim in
            try book.normalised(claim)
        }
    }
}

// MARK: - Opening balances

extension Engine {
    func openBalance(
        _ balance: OpenBalance, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        var claims: [IdentityClaim] = []
        for identity in balance.identities {
            let claim = try normalised(identity, under: situation.rules)
            if !claims.contains(where: claim.isSame) { claims.append(claim) }
        }
        let known = try owner(of: balance, claims: claims, in: situation)
        let new = MemberID(number: projections.program.memberCount + 1, token: setup.randomBits())
        var desk =
            known.map { Desk($0, in: situation) } ?? Desk(joining: new, in: situation)
        try deciding { () throws(Refusal) in
            try desk.openBalance(balance, joining: known == nil ? new : nil)
        }
        var free: [IdentityClaim] = []
        for claim in claims where try owner(of: claim) == nil { free.append(claim) }
        try keep(free, profile: known == nil ? balance.profile : nil, for: desk)
        return try finish(desk)
    }

    /// The one member whom an import is about, if they are a member already.
    private func owner(
        of balance: OpenBalance, claims: [IdentityClaim], in situation: Situation
    ) throws(CommandFailure) -> Member? {
        var known: Member?
        if let reference = balance.member {
            known = try member(reference, in: situation)
        }
        for claim in claims {
            guard let number = try owner(of: claim), let owner = try member(number) else {
                continue
            }
            if let known, known.id != owner.id {
                throw .refused(.identityTaken(kind: claim.kind, owner: owner.id))
            }
            known = owner
        }
        return known
    }
}
