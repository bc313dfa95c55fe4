import PointsCore

// MARK: - Joining, leaving, coming back

extension Model {
    mutating func join(_ cards: [Int], as status: Person.Status) throws(No) -> Answer {
        try requireFree(cards)
        let person = step.number
        people[person] = Person(status: status, began: today)
        let bonus = giveBonus(to: person, knownBy: cards)
        hand(cards, to: person)
        return doneAsMember(person, ["bonus": bonus])
    }

    /// "Somebody puts a name to a card and keeps the points".
    mutating func register(_ who: Step.Who, _ cards: [Int]) throws(No) -> Answer {
        let person = try person(who)
        try requireOpen(person)
        guard people[person]?.status == .provisional else { throw No(.statusConflict) }
        try requireFree(cards, for: person)
        settle(person, at: now)
        edit(person) { $0.status = .active }
        begin(person)
        let bonus = giveBonus(to: person, knownBy: cards)
        hand(cards, to: person)
        return doneAsMember(person, ["bonus": bonus])
    }

    /// A membership begins anew, whenever those who came in joined.
    private mutating func begin(_ person: Int) {
        let today = today
        edit(person) { person in
            person.began = today
            for place in person.absorbed.indices { person.absorbed[place].joinedOn = nil }
        }
    }

    /// "At most once in so many months for one person: whoever is known by one of the identities, under whatever id".
    private mutating func giveBonus(to person: Int, knownBy cards: [Int]) -> Int64 {
        let known = (cards + (people[person]?.cards ?? [])).compactMap { card in
            leavers[card].flatMap { people[answering(for: $0.person)]?.bonusOn }
        }
        let before = (known + [people[person]?.givenOn].compactMap(\.self)).max()
        edit(person) { $0.givenOn = before }
        guard let points = policy.joiningBonus, status(of: person) == .active else { return 0 }
        if let last = people[person]?.bonusOn, fault != .bonusEveryTime,
            today < Times.adding(months: policy.bonusEveryMonths, to: last)
        {
            return 0
        }
        let today = today
        edit(person) { $0.givenOn = today }
        let lot = lot(of: false, company: "ec-co", on: today, for: person)
        post(-points, on: "issued", of: lot.company)
        credit(points, to: lot, of: person)
        return points
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
            let lot = purchases[part.sale]?.grants[part.grant].lot
            if let lot { use(part.points, of: lot, by: person) }
        }
        let left = people[person]?.points.lots ?? [:]
        for (lot, points) in left {
            post(points, on: "forfeited", of: lot.company)
            use(points, of: lot, by: person)
        }
        for card in before.cards {
            // "A lost card is not remembered when its member leaves."
            leavers[card] = blocked[card] == nil ? Memory(person: person, hasLeft: true) : nil
            free(card)
        }
        let now = now
        edit(person) { person in
            person.status = .away
            person.suspension = nil
            person.leftAt = now
            person.leftBehind = left
            person.points.waiting = []
            person.points.lots = [:]
        }
        return doneAsMember(
            person,
            ["forfeited": left.points, "cancelledPending": pending, "releasedHolds": held])
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
        for (lot, points) in back {
            post(-points, on: "forfeited", of: lot.company)
            use(-points, of: lot, by: person)
        }
        let (now, outlives) = (now, policy.ranks?.outlivesLeaving ?? false)
        edit(person) { person in
            person.status = .active
            person.periods += 1
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
        begin(person)
        let bonus = giveBonus(to: person, knownBy: cards)
        hand(cards, to: person)
        return doneAsMember(
            person, ["recognised": 1, "restored": back.points, "bonus": bonus])
    }

    /// "Recognised by any of the old identities", as long as the program remembers.
    private func recognised(by cards: [Int]) -> Int? {
        for card in cards {
            guard let memory = leavers[card], memory.hasLeft else { continue }
            let person = answering(for: memory.person)
            guard let leftAt = people[person]?.leftAt else { return person }
            let last = Times.adding(
                months: policy.recogniseForMonths, to: Times.day(of: leftAt))
            if today <= last { return person }
        }
        return nil
    }

    /// A change of who is a member, with how the member stands now.
    mutating func doneAsMember(_ person: Int, _ figures: [String: Int64] = [:]) -> Answer {
        var answer = done(person, figures)
        answer.figures.merge(self.figures(ofMember: person, at: now)) { $1 }
        return answer
    }

    /// Status, dates, cards and rank.
    func figures(ofMember person: Int, at moment: Int64) -> [String: Int64] {
        var figures = rankFigures(of: person, at: moment)
        figures["member.status"] = people[person]?.status.rawValue
        figures["member.joinedOn"] = people[person].map { Int64($0.joinedOn) }
        for card in people[person]?.cards ?? [] {
            figures["member.card \(card)"] = blocked[card] == nil ? 1 : 2
        }
        return figures
    }
}
