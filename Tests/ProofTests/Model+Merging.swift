import PointsCore

// MARK: - Becoming one

extension Model {
    /// "merge: all come in, each lot with its own dates and company".
    mutating func merge(_ other: Step.Who, into who: Step.Who) throws(No) -> Answer {
        let survivor = try person(who)
        let person = try person(other)
        guard person != survivor else { throw No(.invalidParams) }
        try requireOpen(survivor)
        try requireOpen(person)
        if status(of: survivor) == .provisional, status(of: person) == .active {
            throw No(.statusConflict)
        }
        settle(survivor, at: now)
        settle(person, at: now)
        guard let brought = people[person] else { throw No(.memberUnknown) }
        take(brought, of: person, into: survivor)
        for card in brought.cards { owners[card] = survivor }
        edit(person) { person in
            person.status = .merged
            person.mergedInto = survivor
            person.points = Person.Points(activeUntil: person.points.activeUntil)
            person.forgone = [:]
            person.cards = []
            person.absorbed = []
        }
        note(person, occurredAt: now)
        return moved(brought.points, in: doneAsMember(survivor))
    }

    private mutating func take(_ brought: Person, of person: Int, into survivor: Int) {
        let (now, leavesHolds) = (now, fault == .mergeLosesHolds)
        edit(survivor) { survivor in
            survivor.points.lots.add(brought.points.lots)
            if !leavesHolds { survivor.points.holds += brought.points.holds }
            survivor.points.waiting += brought.points.waiting
            survivor.points.owed += brought.points.owed
            survivor.points.activeUntil = [
                survivor.points.activeUntil, brought.points.activeUntil,
            ].compactMap(\.self).max()
            survivor.forgone.add(brought.forgone)
            survivor.cards.formUnion(brought.cards)
            survivor.absorbed.append(
                Absorbed(
                    person: person, at: now, ofPeriods: survivor.periods, status: brought.status,
                    joinedOn: brought.joinedOn,
                    bonusOn: brought.bonusOn, owed: brought.points.owed,
                    counted: brought.rank.counted, ownPeriod: brought.rank.period,
                    period: survivor.rank.period, inner: brought.absorbed))
        }
        addRank(brought.rank, to: survivor)
    }

    /// "Counts are added up; the higher rank, or the one that both carry together"; of equal ranks the one that is kept longer.
    private mutating func addRank(_ other: Person.Rank, to survivor: Int) {
        edit(survivor) { person in
            person.rank.counted.merge(other.counted, uniquingKeysWith: +)
            person.rank.latestSale = [person.rank.latestSale, other.latestSale]
                .compactMap(\.self).max()
        }
        guard let ranks = policy.ranks, status(of: survivor) == .active,
            let own = people[survivor]?.rank
        else { return }
        var held = max(own.held, other.held)
        var lastDay = [own, other].filter { $0.held == held }.compactMap(\.lastDay).max()
        let reached = ranks.carried(by: basis(of: survivor, on: today))
        let last = ranks.lastDay(reachedOn: today)
        if reached > held {
            (held, lastDay) = (reached, last)
        } else if reached == held, held > 0 {
            lastDay = max(last, lastDay ?? last)
        }
        let now = now
        edit(survivor) { person in
            if held != own.held { person.rank.become(held, since: now) }
            person.rank.lastDay = lastDay
        }
    }

    /// What moved, beside the balance.
    private func moved(_ points: Person.Points, in answer: Answer) -> Answer {
        var answer = answer
        answer["moved.available"] = points.available
        answer["moved.held"] = points.held
        answer["moved.pending"] = points.pending
        answer["moved.debt"] = -points.owed
        return answer
    }
}

// MARK: - Coming apart

extension Model {
    /// "As long as nothing of what came in was used: paid with, taken back by hand, or used to pay what the survivor owed".
    mutating func unmerge(_ other: Step.Who, from who: Step.Who) throws(No) -> Answer {
        let survivor = try person(who)
        let person = try named(other)
        guard person != survivor else { throw No(.invalidParams) }
        try requireOpen(survivor)
        settle(survivor, at: now)
        guard let before = people[survivor],
            let gone = before.absorbed.first(where: { $0.person == person })
        else { throw No(.mergeNotReversible, ["spent": 0]) }
        // Nothing is undone before it was done.
        guard now >= gone.at else { throw No(.invalidParams) }
        // "Leaving ended what both had agreed to".
        guard gone.ofPeriods == before.periods else {
            throw No(.mergeNotReversible, ["spent": max(0, gone.used)])
        }
        let theirs = share(of: gone, in: before.points)
        let bound = before.points.holds.filter { !theirs.holds.contains($0) }
            .reduce(0) { $0 + $1.lots.only(of: gone.members).points }
        let spent = gone.used > 0 ? gone.used : bound
        guard spent <= 0 || fault == .unmergeIgnoresUse else {
            throw No(.mergeNotReversible, ["spent": spent])
        }
        give(theirs, back: gone, from: survivor)
        return moved(theirs, in: doneAsMember(survivor))
    }

    /// "What came in goes back", and what is still open of it; the debt "as far as still owed".
    private func share(of gone: Absorbed, in points: Person.Points) -> Person.Points {
        var theirs = Person.Points()
        theirs.lots = points.lots.only(of: gone.members)
        theirs.holds = points.holds.filter { hold in
            holds[hold.step].map { gone.members.contains($0.person) } ?? false
        }
        theirs.waiting = points.waiting.filter { part in
            purchases[part.sale]?.person.map(gone.members.contains) ?? false
        }
        theirs.owed = min(gone.owed, points.owed)
        theirs.activeUntil = points.activeUntil
        return theirs
    }

    private mutating func give(
        _ theirs: Person.Points, back gone: Absorbed, from survivor: Int
    ) {
        let members = gone.members
        let brought = people[survivor]?.cards.filter {
            broughtBy[$0].map(members.contains) ?? false
        }
        let cards = Set(brought ?? [])
        let forgone = people[survivor]?.forgone.only(of: members) ?? [:]
        edit(survivor) { person in
            for lot in theirs.lots.keys { person.points.lots[lot] = nil }
            person.points.holds.removeAll { theirs.holds.contains($0) }
            person.points.waiting.removeAll { theirs.waiting.contains($0) }
            person.points.owed -= theirs.owed
            for lot in forgone.keys { person.forgone[lot] = nil }
            person.cards.subtract(cards)
            person.absorbed.removeAll { $0.person == gone.person }
            // "Counts go back; the survivor's rank stays to its review."
            guard person.rank.period == gone.period else { return }
            for (month, count) in gone.counted {
                person.rank.counted[month] = max(0, (person.rank.counted[month] ?? 0) - count)
            }
        }
        edit(gone.person) { person in
            person.status = gone.status
            person.mergedInto = nil
            person.points = theirs
            person.forgone = forgone
            person.cards = cards
            person.absorbed = gone.inner
            person.rank.counted = gone.counted
        }
        for card in cards { owners[card] = gone.person }
        note(gone.person, occurredAt: now)
    }
}

// MARK: - What would move

extension Model {
    func previewMerge(of other: Step.Who, into who: Step.Who) throws(No) -> Answer {
        var later = self
        return try shown(later.merge(other, into: who), beside: person(who))
    }

    func previewUnmerge(of other: Step.Who, from who: Step.Who) throws(No) -> Answer {
        var later = self
        return try shown(later.unmerge(other, from: who), beside: person(who))
    }

    private func shown(_ moved: Answer, beside survivor: Int) -> Answer {
        var answer = Answer("done", balance(of: survivor, at: now))
        for (name, points) in moved.figures where name.hasPrefix("moved.") {
            answer[name] = points
        }
        return answer
    }
}

// MARK: - One person

extension Model {
    /// Who answers for a member: who it is, or of whom they became part.
    func answering(for person: Int) -> Int {
        people[person]?.mergedInto.map { answering(for: $0) } ?? person
    }

    /// Who answers for the buyer of a purchase.
    func holder(of sale: Int) -> Int? { purchases[sale]?.person.map { answering(for: $0) } }

    /// The member and all who became part of them.
    func family(of person: Int) -> [Int] {
        [person] + (people[person]?.absorbed ?? []).flatMap(\.members)
    }

    /// Points are used, or come back; what a purchase of the other's comes to is the other's own affair.
    mutating func use(_ points: Int64, of lot: Lot, by person: Int, for buyer: Int? = nil) {
        edit(person) { $0.absorbed.use(points, of: lot.whose, for: buyer) }
    }

    /// Points of a purchase are lost by leaving, or found among what was lost.
    mutating func lose(_ points: Int64, of lot: Lot, by person: Int, for buyer: Int?) {
        guard let buyer else { return }
        edit(person) { $0.absorbed.lose(points, of: lot.whose, for: buyer) }
    }

    /// What a purchase counts changes, for whoever bought it and whoever has their counts now.
    mutating func count(_ worth: Int64, in month: Int, broughtBy buyer: Int) {
        let holder = answering(for: buyer)
        let reaches = edit(holder) { person in
            let period = person.rank.period
            return holder == buyer
                || person.absorbed.count(worth, in: month, broughtBy: buyer, period: period)
        }
        if reaches { count(worth, in: month, for: holder) }
    }
}

extension Lots {
    /// Those of some persons.
    func only(of persons: [Int]) -> Lots { filter { persons.contains($0.key.whose) } }
}
