import PointsCore

// MARK: - What time brings about

extension Model {
    /// Writes down what is true at a moment: "a lot past its expiry is not spendable even if no batch has run; a hold past its
    /// time-out no longer binds; a pending grant past its confirm date is spendable", in the order in which it came true.
    mutating func settle(_ person: Int, at moment: Int64) {
        while let next = nextDue(of: person), next.at <= moment {
            switch next.matter {
            case .hold(let place): timeOut(place, of: person)
            case .waiting(let place): comeTrue(place, of: person, at: next.at)
            case .lots(let lastDay): expire(lastDay, of: person)
            case .rank(let lastDay): reviewRank(of: person, keptThrough: lastDay)
            }
            note(person, occurredAt: next.at, bookedAt: next.bookedAt)
        }
    }

    private enum Matter {
        case hold(Int)
        case waiting(Int)
        case lots(lastDay: Int)
        case rank(lastDay: Int)
    }

    private struct Due {
        let at: Int64
        let matter: Matter

        init(_ at: Int64, _ matter: Matter) {
            self.at = at
            self.matter = matter
        }

        /// "Lots expire in the books of their last day".
        var bookedAt: Int64 {
            if case .lots(let lastDay) = matter { Times.start(of: lastDay) } else { at }
        }
    }

    /// Holds before waiting points before lots before ranks, where they come true at the same moment.
    private func nextDue(of person: Int) -> Due? {
        guard let points = people[person]?.points else { return nil }
        var due: [Due] = []
        if fault != .holdsNeverTimeOut {
            for (place, hold) in points.holds.enumerated() {
                due.append(Due(hold.until, .hold(place)))
            }
        }
        for (place, part) in points.waiting.enumerated() {
            if let at = part.due { due.append(Due(at, .waiting(place))) }
        }
        if let day = points.lots.keys.map(\.lastDay).min() {
            due.append(Due(expiry(after: day), .lots(lastDay: day)))
        }
        if let person = people[person], person.isThere, let day = person.rank.lastDay {
            due.append(Due(Times.start(of: day + 1), .rank(lastDay: day)))
        }
        return due.min { $0.at < $1.at }
    }

    /// "Expiry is at the end of the local business day".
    private func expiry(after lastDay: Int) -> Int64 {
        Times.start(of: lastDay + (fault == .expiryADayLate ? 2 : 1))
    }

    private mutating func timeOut(_ place: Int, of person: Int) {
        let hold = edit(person) { person in
            let hold = person.points.holds.remove(at: place)
            person.points.lots.add(hold.lots)
            return hold
        }
        holds[hold.step]?.status = .expired
    }

    private mutating func comeTrue(_ place: Int, of person: Int, at moment: Int64) {
        let part = edit(person) { $0.points.waiting.remove(at: place) }
        count(part, for: person, on: Times.day(of: moment), at: moment)
    }

    /// Waiting points become spendable on a day.
    mutating func count(
        _ part: Person.Waiting, for person: Int, on day: Int, at moment: Int64
    ) {
        guard let grant = purchases[part.sale]?.grants[part.grant] else { return }
        let lot = lot(
            of: grant.lot.isLimited, company: grant.lot.company, on: day, for: person,
            whose: grant.lot.whose)
        purchases[part.sale]?.grants[part.grant].counted += part.points
        if credit(part.points, to: lot, of: person) > 0 {
            purchases[part.sale]?.opened.append(lot)
        }
    }

    private mutating func expire(_ lastDay: Int, of person: Int) {
        for (lot, points) in people[person]?.points.lots ?? [:] where lot.lastDay == lastDay {
            edit(person) { $0.points.lots[lot] = nil }
            post(points, on: "expired", of: lot.company, at: Times.start(of: lastDay))
        }
    }
}

// MARK: - Books

extension Model {
    /// Points on an account of the program.
    mutating func post(
        _ points: Int64, on account: String, of company: String, at moment: Int64
    ) {
        let name = "\(account) \(company)"
        program[name, default: 0] += points
        days.book(points, on: name, day: days.bookingDay(of: moment))
    }

    /// Points on an account of the program, now.
    mutating func post(_ points: Int64, on account: String, of company: String) {
        if points != 0 { post(points, on: account, of: company, at: now) }
    }

    /// Keeps what has become of a member's points.
    mutating func note(_ person: Int, occurredAt moment: Int64, bookedAt: Int64? = nil) {
        let recordedAt = step.clock
        days.book(days.bookingDay(of: bookedAt ?? moment))
        edit(person) { person in
            person.changes.append(
                Change(
                    from: person.noted, to: person.points, occurredAt: moment,
                    recordedAt: recordedAt))
            person.noted = person.points
        }
    }

    /// Points come in: "the next earnings pay it first".
    ///
    /// Tells what is left to spend.
    @discardableResult
    mutating func credit(
        _ points: Int64, to lot: Lot, of person: Int, for buyer: Int? = nil
    ) -> Int64 {
        let owed = fault == .debtNotPaidFirst ? 0 : people[person]?.points.owed ?? 0
        let paid = min(owed, points)
        edit(person) { person in
            person.points.owed -= paid
            person.points.lots.add(points - paid, to: lot)
        }
        use(paid, of: lot, by: person, for: buyer)
        return points - paid
    }

    /// The lot of points granted on a day; what follows activity ends with the rest of the balance.
    func lot(
        of isLimited: Bool, company: String, on day: Int, for person: Int, whose: Int? = nil
    ) -> Lot {
        let lasting = isLimited ? policy.limited : policy.standard
        var lastDay = lasting.lastDay(from: day)
        if lasting.followsActivity, let until = people[person]?.points.activeUntil, until >= day {
            lastDay = until
        }
        return Lot(
            whose: whose ?? person, isLimited: isLimited, company: company, grantedOn: day,
            lastDay: lastDay,
            followsActivity: lasting.followsActivity)
    }
}
