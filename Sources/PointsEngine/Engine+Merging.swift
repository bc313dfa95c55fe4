internal import PointsCore
internal import PointsStore

// MARK: - Two members, one person

extension Engine {
    /// Another member becomes part of one, in one commit: what leaves the one is what comes into the other.
    func merge(_ merge: MergeMembers, in situation: Situation) throws(CommandFailure) -> Reply {
        let (survivor, other) = try couple(of: merge, in: situation)
        let company = try issuer(in: situation)
        // What time has brought about for both comes first, so that leaving and arriving follow each other.
        var staying = Desk(survivor, in: situation)
        try deciding { () throws(Refusal) in try staying.prepareMerge() }
        var leaving = Desk(other, in: situation.with(next: staying.nextPosition))
        try deciding { () throws(Refusal) in try leaving.prepareMerge(into: survivor.status) }
        guard let brought = leaving.member, let settled = staying.member else {
            throw .refused(.memberUnknown)
        }
        try deciding { () throws(Refusal) in
            try leaving.leave(for: survivor.id, bookedOn: company)
        }
        var arriving = Desk(settled, in: situation.with(next: leaving.nextPosition))
        try deciding { () throws(Refusal) in
            try arriving.absorb(brought, bookedOn: company)
        }
        if merge.isPreview { return try preview(arriving, of: survivor, in: situation) }
        try storing { () throws(StoreError) in
            try store.moveIdentities(of: other.id.number, to: survivor.id.number)
        }
        try append(staying)
        try append(leaving)
        return try finish(arriving)
    }

    /// Who became part of a member is one of their own again, as far as nothing of theirs was used.
    func unmerge(_ merge: MergeMembers, in situation: Situation) throws(CommandFailure) -> Reply {
        let survivor = try member(merge.survivor, in: situation)
        let other = try named(merge.other, in: situation)
        guard other.id != survivor.id else { throw .refused(Engine.needsAnother) }
        let company = try issuer(in: situation)
        var staying = Desk(survivor, in: situation)
        let parting = try deciding { () throws(Refusal) in try staying.parting(from: other.id) }
        try deciding { () throws(Refusal) in
            try staying.release(parting, bookedOn: company)
        }
        if merge.isPreview { return try preview(staying, of: survivor, in: situation) }
        var leaving = Desk(other, in: situation.with(next: staying.nextPosition))
        try deciding { () throws(Refusal) in
            try leaving.comeApart(parting, from: survivor.id, bookedOn: company)
        }
        try storing { () throws(StoreError) in
            try store.giveBackIdentities(
                to: other.id.number, broughtBy: parting.absorption.numbers,
                from: survivor.id.number)
        }
        // The answer is made of the survivor's entry, which comes first here.
        guard let answer = staying.entries.last else {
            throw .refused(.internalFault("a change without an entry"))
        }
        try append(staying)
        try append(leaving)
        return .done(try receipt(for: answer, isReplay: false))
    }

    private static let needsAnother = Refusal.invalidParams(
        pointer: "/other", expected: "another member than \"member\"")

    private func couple(
        of merge: MergeMembers, in situation: Situation
    ) throws(CommandFailure) -> (survivor: Member, other: Member) {
        let survivor = try member(merge.survivor, in: situation)
        let other = try member(merge.other, in: situation)
        guard other.id != survivor.id else { throw .refused(Engine.needsAnother) }
        return (survivor, other)
    }

    /// What would move; the balance is the one of now.
    private func preview(
        _ desk: Desk, of member: Member, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        guard let entry = desk.entries.last else {
            throw .refused(.internalFault("a preview without an entry"))
        }
        return .done(
            Receipt(
                entry: entry.with(
                    after: member.wallet.balance(at: situation.now, in: situation.calendar)),
                isPreview: true,
                member: try view(of: member, under: situation.rules, at: situation.now)))
    }

    /// The member who answers for a number: who it is, or of whom they became part.
    func answering(for number: Int64) throws(CommandFailure) -> Member? {
        var member = try member(number)
        while let survivor = member?.mergedInto { member = try self.member(survivor.number) }
        return member
    }
}
