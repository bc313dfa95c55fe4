internal import PointsCore
internal import PointsStore

// MARK: - Finding what a command names

extension Engine {
    func member(_ number: Int64) throws(CommandFailure) -> Member? {
        try storing { () throws(StoreError) in try projections.member(number) }
    }

    /// The member whom a reference names.
    ///
    /// - Throws: ``Refusal/memberUnknown``, ``Refusal/memberMerged(_:survivor:)``, or
    ///   ``Refusal/identityBlocked(kind:owner:)`` for what was lost before it happened.
    func member(
        _ reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Member {
        let member = try named(reference, in: situation)
        if let survivor = member.mergedInto {
            throw .refused(.memberMerged(member.id, survivor: survivor))
        }
        return member
    }

    /// The same, also if the member became part of another: who asks for what has been.
    func named(
        _ reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Member {
        switch reference {
        case .id(let id):
            guard let member = try member(id.number), member.id == id else {
                throw .refused(.memberUnknown)
            }
            return member
        case .identity(let kind, let value):
            let claim = try normalised(
                IdentityClaim(kind: kind, value: value), under: situation.rules)
            guard let owner = try ownership(of: claim), let member = try member(owner.member)
            else {
                if let gone = try departed(with: claim, after: situation.now) { return gone }
                throw .refused(.memberUnknown)
            }
            if let blockedAt = owner.blockedAt, blockedAt <= situation.now {
                throw .refused(.identityBlocked(kind: claim.kind, owner: member.id))
            }
            return member
        }
    }

    /// Who has left with an identity since a moment: what happened before and arrives late is theirs.
    private func departed(
        with claim: IdentityClaim, after moment: Instant
    ) throws(CommandFailure) -> Member? {
        guard let known = try recognised(claim), known.reason == .left,
            let member = try answering(for: known.member), let departure = member.departure,
            moment < departure.at
        else { return nil }
        return member
    }

    func normalised(
        _ claim: IdentityClaim, under rules: Ruleset
    ) throws(CommandFailure) -> IdentityClaim {
        let book = shelf.identityBook(for: rules)
        return try deciding { () throws(Refusal) in try book.normalised(claim) }
    }

    func owner(of claim: IdentityClaim) throws(CommandFailure) -> Int64? {
        try ownership(of: claim)?.member
    }

    private func ownership(of claim: IdentityClaim) throws(CommandFailure) -> IdentityOwner? {
        try storing { () throws(StoreError) in
            try store.owner(kind: claim.kind, value: claim.value)
        }
    }

    /// The purchase that a reference names.
    ///
    /// - Throws: ``Refusal/purchaseUnknown(_:)``
    func purchase(_ reference: PurchaseReference) throws(CommandFailure) -> Purchase {
        let purchase = try storing { () throws(StoreError) in
            try projections.purchase(reference)
        }
        guard let purchase else { throw .refused(.purchaseUnknown(reference.description)) }
        return purchase
    }

    /// A hold, open or ended, the number of its member and the entry that ended it.
    ///
    /// - Throws: ``Refusal/holdUnknown(_:)``
    func hold(
        _ id: JournalPosition
    ) throws(CommandFailure) -> (view: HoldView, member: Int64, endedBy: JournalPosition?) {
        let entry = try entry(at: id)
        guard let entry, case .holdPlaced(let placed) = entry.event else {
            throw .refused(.holdUnknown(id.text(prefix: JournalPosition.holdPrefix)))
        }
        let progress =
            try storing { () throws(StoreError) in try projections.holdProgress(id) }
            ?? HoldProgress()
        return (
            HoldView(
                id: id, placed: placed, status: progress.status, captured: progress.captured),
            entry.member, progress.endedBy
        )
    }

    func entry(at position: JournalPosition) throws(CommandFailure) -> Entry? {
        try storing { () throws(StoreError) in try store.record(at: position)?.entry() }
    }

    /// The channel of that name.
    ///
    /// - Throws: ``Refusal/invalidParams(pointer:expected:)``
    func channel(_ name: String?, of rules: Ruleset) throws(CommandFailure) -> Channel {
        guard let name, let channel = rules.program.channels[name] else {
            let known = rules.program.channels.keys.sorted().joined(separator: ", ")
            throw .refused(
                .invalidParams(pointer: "/channel", expected: "a channel of the program: \(known)"))
        }
        return channel
    }

    /// The keyed hash under which an identity is remembered after its owner left.
    func recognition(of claim: IdentityClaim) -> [UInt8] {
        store.secret.authentication.code(
            of: Array(claim.kind.utf8), [0], Array(claim.value.utf8))
    }

    /// The member with the identities that are kept, and the rank at a moment.
    func view(
        of member: Member, under rules: Ruleset, at moment: Instant
    ) throws(CommandFailure) -> MemberView {
        MemberView(
            member, identities: try identities(of: member),
            tier: member.tierView(under: rules, reviewedBy: try tierTimeline(), at: moment))
    }

    /// The identities of a member that are kept, of those that were there by an entry.
    func identities(
        of member: Member, asOf entry: JournalPosition = JournalPosition(Int64.max)
    ) throws(CommandFailure) -> [IdentityClaim] {
        try storing { () throws(StoreError) in
            // What came in with somebody since was not the member's then.
            let then = member.absorbed.filter { $0.by <= entry }.flatMap(\.numbers)
            return try store.identities(
                of: member.id.number, asOf: entry, broughtBy: [member.id.number] + then)
        }
    }
}
