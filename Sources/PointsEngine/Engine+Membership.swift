internal import PointsCore
internal import PointsStore

// MARK: - Joining, leaving, coming back

extension Engine {
    func join(_ join: JoinMember, in situation: Situation) throws(CommandFailure) -> Reply {
        let profile = told(join.profile, in: situation)
        let identities = try unowned(join.identities, under: situation.rules) { owner, kind in
            .identityTaken(kind: kind, owner: owner)
        }
        return try enrol(
            identities, profile: profile, isProvisional: join.isProvisional, in: situation)
    }

    private func enrol(
        _ identities: [IdentityClaim], profile: Profile?, isProvisional: Bool,
        in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let id = MemberID(
            number: projections.program.memberCount + 1, token: setup.randomBits())
        var desk = Desk(joining: id, in: situation)
        try deciding { () throws(Refusal) in try desk.join(as: id, provisional: isProvisional) }
        try keep(identities, profile: profile, for: desk)
        return try finish(desk)
    }

    /// Keeps personal data in its own tables, in the same commit as the entry.
    private func keep(
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

    func link(
        _ claim: IdentityClaim, to reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, under: situation.rules)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.link(kind: claim.kind) }
        let normal = try normalised(claim, under: situation.rules)
        let owner = try owner(of: normal)
        if let owner, owner != member.id.number, let taken = try self.member(owner) {
            throw .refused(.identityTaken(kind: normal.kind, owner: taken.id))
        }
        if owner == nil { try keep([normal], profile: nil, for: desk) }
        return try finish(desk)
    }

    func withdraw(
        _ withdrawal: WithdrawMember, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(withdrawal.member, under: situation.rules)
        var desk = Desk(member, in: situation)
        let isErased = situation.program.lifecycle.eraseAfterDays == 0
        try deciding { () throws(Refusal) in
            try desk.withdraw(reason: withdrawal.reason)
            if isErased { try desk.eraseDue() }
        }
        let number = member.id.number
        try storing { () throws(StoreError) in
            for identity in try store.identities(of: number) {
                try store.keepRecognition(
                    recognition(of: identity), of: number, leftOn: situation.today)
            }
            try store.releaseIdentities(of: number)
        }
        if isErased { try erasePersonalData(of: number) }
        return try finish(desk)
    }

    /// What leaving would cost; nothing is written.
    func previewWithdrawal(
        _ withdrawal: WithdrawMember, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(withdrawal.member, under: situation.rules)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.withdraw(reason: withdrawal.reason) }
        guard let entry = desk.entries.last else {
            throw .refused(.internalFault("a preview without an entry"))
        }
        let now = Entry(
            position: entry.position, member: entry.member, previous: entry.previous,
            cause: entry.cause, event: entry.event, postings: entry.postings,
            after: member.wallet.balance(at: situation.now, in: situation.calendar))
        return .done(
            Receipt(
                entry: now, isPreview: true,
                member: try view(of: member, under: situation.rules, at: situation.now)))
    }

    /// A person who left comes back under the id they had; anybody else joins.
    func rejoin(_ rejoin: RejoinMember, in situation: Situation) throws(CommandFailure) -> Reply {
        let profile = told(rejoin.profile, in: situation)
        let identities = try unowned(rejoin.identities, under: situation.rules) { owner, _ in
            .memberNotWithdrawn(owner)
        }
        let known = try recognised(by: identities, in: situation)
        guard let known else {
            return try enrol(
                identities, profile: profile, isProvisional: false, in: situation)
        }
        var desk = Desk(known, in: situation)
        try deciding { () throws(Refusal) in try desk.rejoin() }
        try keep(identities, profile: profile, for: desk)
        return try finish(desk)
    }

    /// Who left under one of the identities, if that is not too long ago.
    private func recognised(
        by identities: [IdentityClaim], in situation: Situation
    ) throws(CommandFailure) -> Member? {
        for identity in identities {
            let number = try storing { () throws(StoreError) in
                try store.recognised(recognition(of: identity))
            }
            guard let number, let member = try member(number) else { continue }
            guard let departure = member.departure else { return member }
            let last = situation.calendar.businessDay(of: departure.at)
                .adding(months: situation.program.lifecycle.recogniseForMonths)
            if situation.today <= last { return member }
        }
        return nil
    }

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
            known = try member(reference, under: situation.rules)
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

extension Profile {
    /// The profile as kept: JSON with sorted names.
    var text: String {
        let members = values.sorted { $0.key < $1.key }.map { name, value in
            "\(Profile.quoted(name)):\(Profile.quoted(value))"
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
