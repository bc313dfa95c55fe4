import PointsCore

// MARK: - Being barred

extension Model {
    /// "Nothing is earned, spent or set aside".
    mutating func suspend(_ who: Step.Who) throws(No) -> Answer {
        let person = try person(who)
        try requireOpen(person)
        let now = now
        edit(person) { person in
            // One that arrives late tells an earlier moment.
            person.suspension = (now, person.suspension?.before ?? person.status)
            person.status = .suspended
        }
        return doneAsMember(person)
    }

    mutating func resume(_ who: Step.Who) throws(No) -> Answer {
        let person = try person(who)
        try requireHere(person)
        guard let suspension = people[person]?.suspension else { throw No(.statusConflict) }
        guard now >= suspension.at else { throw No(.invalidParams) }
        edit(person) { person in
            person.status = suspension.before
            person.suspension = nil
        }
        return doneAsMember(person)
    }

    /// "Late commands are judged as of when they happened".
    func status(of person: Int) -> Person.Status? {
        if let suspension = people[person]?.suspension, now < suspension.at {
            return suspension.before
        }
        return people[person]?.status
    }

    func requireHere(_ person: Int) throws(No) {
        if people[person]?.isAway ?? true { throw No(.memberWithdrawn) }
    }

    func requireOpen(_ person: Int) throws(No) {
        try requireHere(person)
        if status(of: person) == .suspended { throw No(.memberSuspended) }
    }

    /// "provisional: It redeems only if the program says so".
    func requireSpender(_ person: Int) throws(No) {
        try requireOpen(person)
        if status(of: person) == .provisional, !policy.provisionalRedeems {
            throw No(.memberProvisional)
        }
    }
}

// MARK: - Cards

extension Model {
    /// Whose a card was that nobody has any more, and whether they left with it.
    struct Memory {
        let person: Int
        let hasLeft: Bool
    }

    /// "One identity belongs to at most one member at a time".
    func requireFree(_ cards: [Int], for person: Int? = nil) throws(No) {
        for card in cards {
            if let owner = owners[card], owner != person { throw No(.identityTaken) }
        }
    }

    mutating func hand(_ cards: [Int], to person: Int) {
        for card in cards where owners[card] == nil {
            owners[card] = person
            broughtBy[card] = person
            edit(person) { _ = $0.cards.insert(card) }
        }
    }

    mutating func free(_ card: Int) {
        if let owner = owners[card] { edit(owner) { _ = $0.cards.remove(card) } }
        owners[card] = nil
        broughtBy[card] = nil
        blocked[card] = nil
    }

    mutating func link(_ card: Int, to who: Step.Who) throws(No) -> Answer {
        let person = try person(who)
        try requireOpen(person)
        try requireFree([card], for: person)
        hand([card], to: person)
        return doneAsMember(person)
    }

    /// "Frees an identity … Whose it was is remembered, so that it brings no second joining bonus".
    mutating func unlink(_ card: Int, from who: Step.Who) throws(No) -> Answer {
        let person = try person(who)
        try requireHere(person)
        guard owners[card] == person else { throw No(.invalidParams) }
        free(card)
        leavers[card] = Memory(person: person, hasLeft: false)
        return doneAsMember(person)
    }

    /// "Blocks the old one and attaches the new one, if there is one … from that moment the old one is identity_blocked".
    mutating func replace(
        card lost: Int, of who: Step.Who, with successor: Int?
    ) throws(No) -> Answer {
        let person = try person(who)
        try requireHere(person)
        guard owners[lost] == person else { throw No(.invalidParams) }
        try requireFree([successor].compactMap(\.self), for: person)
        blocked[lost] = min(now, blocked[lost] ?? now)
        hand([successor].compactMap(\.self), to: person)
        return doneAsMember(person)
    }
}
