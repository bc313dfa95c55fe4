// MARK: - Being barred

extension Desk {
    /// The member is barred for a time: nothing is earned or spent; points, holds and ranks go on as time has it, and what
    /// was bought may come back.
    package mutating func suspend(reason: String) throws(Refusal) {
        try requireOpen()
        try requireNoVisitor()
        try append(.suspended(reason: reason))
    }

    /// The member is not barred any more and stands where they stood.
    package mutating func resume(reason: String) throws(Refusal) {
        try requirePresent()
        let member = try subject()
        guard member.status == .suspended, let suspension = member.suspension else {
            throw .statusConflict(
                member.id, member.status, expected: "member.resume is for who is suspended")
        }
        guard situation.now >= suspension.at else {
            throw .invalidParams(
                pointer: "/occurredAt", expected: "at the member's suspension or later")
        }
        try append(.resumed(Resumed(reason: reason, status: suspension.before)))
    }

    /// An identity of a kind is taken from the member.
    package mutating func unlink(kind: String) throws(Refusal) {
        try requirePresent()
        try append(.identityUnlinked(kind: kind))
    }

    /// A lost identity of a kind is blocked.
    package mutating func replaceIdentity(kind: String) throws(Refusal) {
        try requirePresent()
        try append(.identityReplaced(kind: kind))
    }

    /// Refuses a visitor, who has a history and nothing else.
    func requireNoVisitor() throws(Refusal) {
        let member = try subject()
        if member.status == .visitor {
            throw .statusConflict(
                member.id, member.status,
                expected: "member.join with the visitor's identity makes a member")
        }
    }
}

// MARK: - What a member's standing allows

extension Desk {
    /// Refuses who has left or is part of another member.
    func requirePresent() throws(Refusal) {
        let member = try subject()
        switch member.status {
        case .withdrawn: throw .memberWithdrawn(member.id)
        case .merged: throw .memberMerged(member.id, survivor: member.mergedInto ?? member.id)
        case .visitor, .provisional, .active, .suspended: break
        }
    }

    /// Refuses who has left, or was barred at the moment.
    func requireOpen() throws(Refusal) {
        try requirePresent()
        let member = try subject()
        if member.status(at: situation.now) == .suspended { throw .memberSuspended(member.id) }
    }

    /// Refuses who had left or was barred: what is from before is written down all the same.
    func requireOpenThen() throws(Refusal) {
        if let departure = try subject().departure, situation.now < departure.at { return }
        try requireOpen()
    }

    /// Refuses who may not spend.
    func requireSpender() throws(Refusal) {
        try requireOpen()
        if !maySpend { throw .memberProvisional(try subject().id) }
    }

    /// Whether the member may pay with points.
    var maySpend: Bool {
        member?.status(at: situation.now).maySpend(under: situation.program.lifecycle) ?? false
    }
}
