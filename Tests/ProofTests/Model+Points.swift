import PointsCore

// MARK: - Points by hand, and holds

extension Model {
    /// "More points than this by points.grant or points.adjust need actor and approvedBy, two different names".
    private func requireSecondActor(for given: Step.ByHand) throws(No) {
        guard let most = policy.secondActorAbove, abs(given.points) > most else { return }
        guard let actor = given.actor, let other = given.approvedBy, actor != other else {
            throw No(.forbidden)
        }
    }

    mutating func grant(
        _ given: Step.ByHand, to who: Step.Who, isLimited: Bool, lastDay: Int?
    ) throws(No) -> Answer {
        try requireSecondActor(for: given)
        let person = try person(who)
        let usual = (isLimited ? policy.limited : policy.standard).lastDay(from: today)
        guard lastDay ?? usual >= today else { throw No(.invalidParams) }
        try requireOpen(person)
        settle(person, at: now)
        moveExpiry(of: person, for: [.grant])
        // Points without a channel are issued by the program's first company.
        var lot = lot(of: isLimited, company: "ec-co", on: today, for: person)
        if let lastDay {
            lot = Lot(
                whose: person, isLimited: isLimited, company: "ec-co", grantedOn: today,
                lastDay: lastDay,
                followsActivity: false)
        }
        post(-given.points, on: "issued", of: lot.company)
        credit(given.points, to: lot, of: person)
        return done(person)
    }

    mutating func adjust(_ who: Step.Who, by given: Step.ByHand) throws(No) -> Answer {
        try requireSecondActor(for: given)
        let person = try person(who)
        try requireOpen(person)
        settle(person, at: now)
        if given.points > 0 {
            let lot = lot(of: false, company: "ec-co", on: today, for: person)
            post(-given.points, on: "adjusted", of: lot.company)
            credit(given.points, to: lot, of: person)
        } else {
            for (lot, points) in try draw(-given.points, from: person) {
                post(points, on: "adjusted", of: lot.company)
                use(points, of: lot, by: person)
            }
        }
        return done(person)
    }

    /// "Consumption order: soonest expiry first … Always decided on what is spendable at the command's occurredAt".
    mutating func draw(
        _ points: Int64, from person: Int
    ) throws(No) -> [(lot: Lot, points: Int64)] {
        let order = consumption(of: people[person]?.points.lots ?? [:], by: person)
        let there = order.reduce(0) { $0 + (people[person]?.points.lots[$1] ?? 0) }
        guard points <= there else {
            throw No(.insufficientPoints, ["available": there, "requested": points])
        }
        return edit(person) { $0.points.lots.take(points, in: order) }
    }

    /// Lots that may be spent today, in the order in which they are.
    func consumption(of lots: Lots, by person: Int) -> [Lot] {
        let spendable = lots.order(for: person).filter { $0.lastDay >= today }
        guard fault == .standardFirst else { return spendable }
        return spendable.sorted { left, right in
            left.lastDay == right.lastDay && left.isLimited != right.isLimited
                ? right.isLimited : left.isSpent(before: right, by: person)
        }
    }

    mutating func place(
        _ points: Int64, of who: Step.Who, until: Int64?
    ) throws(No) -> Answer {
        let person = try person(who)
        let until = until ?? now + Policy.holdMinutes * Times.minute
        guard until > now else { throw No(.invalidParams) }
        try requireSpender(person)
        settle(person, at: now)
        let lots = try draw(points, from: person)
        let hold = Person.Hold(
            step: step.number, until: until,
            lots: Dictionary(uniqueKeysWithValues: lots.map { ($0.lot, $0.points) }))
        edit(person) { $0.points.holds.append(hold) }
        holds[step.number] = HoldState(person: person, points: points, until: until)
        return done(person, ["hold.points": points, "hold.until": until, "hold.status": 0])
    }

    mutating func release(_ hold: Int) throws(No) -> Answer {
        // "Releasing a released hold answers as the first release did."
        if let first = holds[hold]?.released { return repeated(first) }
        let person = answering(for: try openHold(hold).person)
        settle(person, at: now)
        guard holds[hold]?.status == .open else { throw No(.holdExpired) }
        letGo(hold, of: person)
        holds[hold]?.status = .released
        let answer = done(person, ["hold.points": holds[hold]?.points ?? 0, "hold.status": 2])
        holds[hold]?.released = answer
        return answer
    }

    /// A hold that nothing has ended yet.
    @discardableResult
    func openHold(_ hold: Int) throws(No) -> HoldState {
        guard let state = holds[hold] else { throw No(.holdUnknown) }
        switch state.status {
        case .open: return state
        case .expired: throw No(.holdExpired)
        case .captured, .released: throw No(.holdClosed)
        }
    }

    /// The points go back to the lots they came from.
    mutating func letGo(_ hold: Int, of person: Int) {
        edit(person) { person in
            for open in person.points.holds where open.step == hold {
                person.points.lots.add(open.lots)
            }
            person.points.holds.removeAll { $0.step == hold }
        }
    }
}

// MARK: - Activity

extension Model {
    /// "after_activity: the whole balance moves on with each qualifying activity … lots, held ones too, go to their new last
    /// day; a late command never moves it back; limited classes with a validity of their own stay".
    mutating func moveExpiry(of person: Int, for activities: Set<Activity>) {
        guard policy.standard.followsActivity, !policy.activities.isDisjoint(with: activities),
            people[person]?.isThere == true
        else { return }
        let known = people[person]?.points.activeUntil
        let (day, today) = (max(policy.standard.lastDay(from: today), known ?? .min), today)
        func moved(_ lots: Lots) -> Lots {
            var all: Lots = [:]
            for (lot, points) in lots {
                var lot = lot
                let moves = lot.followsActivity && lot.lastDay >= today && lot.lastDay < day
                if moves { lot.lastDay = day }
                all.add(points, to: lot)
            }
            return all
        }
        // What came in since the last activity joins the rest; where nothing moves, nothing is written.
        guard let points = people[person]?.points,
            day != known || moved(points.lots) != points.lots
                || points.holds.contains(where: { moved($0.lots) != $0.lots })
        else { return }
        edit(person) { person in
            person.points.activeUntil = day
            person.points.lots = moved(person.points.lots)
            for place in person.points.holds.indices {
                person.points.holds[place].lots = moved(person.points.holds[place].lots)
            }
        }
        note(person, occurredAt: now)
    }
}
