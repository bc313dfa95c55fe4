import PointsCore

// MARK: - Joining, leaving, coming back

extension Model {
    /// "One identity belongs to at most one member at a time".
    private func requireFree(_ cards: [Int]) throws(No) {
        if cards.contains(where: { owners[$0] != nil }) { throw No(.identityTaken) }
    }

    mutating func join(_ cards: [Int], as status: Person.Status) throws(No) -> Answer {
        try requireFree(cards)
        let person = step.number
        people[person] = Person(status: status, joinedOn: today)
        hand(cards, to: person)
        return doneAsMember(person)
    }

    private mutating func hand(_ cards: [Int], to person: Int) {
        for card in cards { owners[card] = person }
        edit(person) { $0.cards.formUnion(cards) }
    }

    mutating func link(_ card: Int, to who: Step.Who) throws(No) -> Answer {
        let person = try person(who)
        try requireHere(person)
        if let owner = owners[card], owner != person { throw No(.identityTaken) }
        hand([card], to: person)
        return doneAsMember(person)
    }

    /// "Open holds and pending are cancelled or block it, available is forfeited, debt stays on record, identities are
    /// released".
    mutating func withdraw(_ who: Step.Who) throws(No) -> Answer {
        let person = try person(who)
        try requireHere(person)
        settle(person, at: now)
        guard let before = people[person] else { throw No(.memberUnknown) }
        let (held, pending) = (before.points.held, before.points.pending)
        if policy.holdsBlockLeaving && held > 0 || policy.pendingBlocksLeaving && pending > 0 {
            throw No(.withdrawalBlocked, ["held": held, "pending": pending])
        }
        for hold in before.points.holds {
            letGo(hold.step, of: person)
            holds[hold.step]?.status = .released
        }
        for part in before.points.waiting {
            post(part.points, on: "issued", of: purchases[part.sale]?.company ?? "")
        }
        let left = people[person]?.points.lots ?? [:]
        for (lot, points) in left { post(points, on: "forfeited", of: lot.company) }
        for card in before.cards {
            owners[card] = nil
            leavers[card] = person
        }
        let now = now
        edit(person) { person in
            person.status = .away
            person.cards = []
            person.leftAt = now
            person.leftBehind = left
            person.points.waiting = []
            person.points.lots = [:]
        }
        var answer = doneAsMember(person)
        answer["forfeited"] = left.points
        answer["cancelledPending"] = pending
        answer["releasedHolds"] = held
        return answer
    }

    /// "Within N days of leaving the forfeited points come back (minus what would have expired)".
    mutating func rejoin(_ cards: [Int]) throws(No) -> Answer {
        try requireFree(cards)
        guard let person = recognised(by: cards) else {
            var answer = try join(cards, as: .active)
            answer["recognised"] = 0
            answer["restored"] = 0
            return answer
        }
        guard let before = people[person], before.isAway, let leftAt = before.leftAt else {
            throw No(.identityTaken)
        }
        guard now >= leftAt else { throw No(.invalidParams) }
        let (today, isInTime) = (today, today - Times.day(of: leftAt) <= policy.restoreWithinDays)
        let back = before.leftBehind.filter { isInTime && $0.key.lastDay >= today }
        for (lot, points) in back { post(-points, on: "forfeited", of: lot.company) }
        let (now, outlives) = (now, policy.ranks?.outlivesLeaving ?? false)
        edit(person) { person in
            person.status = .active
            person.joinedOn = today
            person.leftAt = nil
            person.forgone.add(person.leftBehind.filter { back[$0.key] == nil })
            person.leftBehind = [:]
            person.points.lots.add(back)
            if !outlives {
                if person.rank.since != nil { person.rank.become(0, since: now) }
                person.rank = Person.Rank(
                    past: person.rank.past, period: person.rank.period + 1, startedAt: now)
            }
        }
        hand(cards, to: person)
        var answer = doneAsMember(person)
        answer["recognised"] = 1
        answer["restored"] = back.points
        return answer
    }

    /// "Recognised by any of the old identities", as long as the program remembers.
    private func recognised(by cards: [Int]) -> Int? {
        for card in cards {
            guard let person = leavers[card] else { continue }
            guard let leftAt = people[person]?.leftAt else { return person }
            let last = Times.adding(
                months: policy.recogniseForMonths, to: Times.day(of: leftAt))
            if today <= last { return person }
        }
        return nil
    }

    private mutating func doneAsMember(_ person: Int) -> Answer {
        var answer = done(person)
        answer["member.status"] = people[person]?.status.rawValue
        answer["member.joinedOn"] = people[person].map { Int64($0.joinedOn) }
        for card in people[person]?.cards ?? [] { answer["member.card \(card)"] = 1 }
        answer.figures.merge(rankFigures(of: person, at: now)) { $1 }
        return answer
    }
}
