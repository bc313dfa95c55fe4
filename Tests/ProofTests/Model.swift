import PointsCore

/// What the words of the program mean, said as plainly as possible: days and moments are numbers, points are sums in
/// dictionaries, and there is neither a database nor an entry.
///
/// A step is carried out on a copy, which is kept unless the answer is no. Sentences in quotation marks are the design's.
struct Model {
    let policy: Policy
    let fault: Fault?
    /// By the step that joined them.
    var people: [Int: Person] = [:]
    var owners: [Int: Int] = [:]
    /// Who had a card that is nobody's any more, or was in the meantime.
    var leavers: [Int: Memory] = [:]
    /// Who got a card first of those who are one person now.
    var broughtBy: [Int: Int] = [:]
    /// Since when a lost card is blocked.
    var blocked: [Int: Int64] = [:]
    /// By the step that recorded them.
    var purchases: [Int: Purchase] = [:]
    /// Where an order number leads.
    var orders: [String: Ordered] = [:]
    /// By the step that placed them.
    var holds: [Int: HoldState] = [:]
    /// What was given under the caps of the campaign and of reviews.
    var given: [Campaign.Count: Int64] = [:]
    var givenForReviews: [Campaign.Count: Int64] = [:]
    var reviews: [Int: (person: Int, answer: Answer)] = [:]
    /// Accounts of the program by name and company.
    var program: [String: Int64] = [:]
    var days = Days()
    var keys: [String: (content: Int, answer: Answer)] = [:]
    /// The step that is carried out.
    var step = Step(number: 0, clock: 0, key: "", deed: .verify)
    /// Whether the answer is one that was given before under another key, or only looks up what is there.
    var answersFromMemory = false

    enum Ordered {
        case sold(Int)
        case voided(Answer)
    }

    struct HoldState {
        let person: Int
        let points: Int64
        let until: Int64
        var status = Status.open
        var captured: Int64 = 0
        /// What the release of it answered.
        var released: Answer?

        enum Status: Int64 {
            case open, captured, released, expired
        }
    }

    /// A program that was opened for the first time at a moment.
    init(policy: Policy, fault: Fault? = nil, openedAt moment: Int64) {
        self.policy = policy
        self.fault = fault
        days.book(Times.day(of: moment))
    }

    var now: Int64 { step.moment }
    var today: Int { Times.day(of: now) }
}

// MARK: - One step

extension Model {
    /// What comes of a step.
    mutating func answer(_ step: Step) -> Answer {
        var tried = self
        tried.step = step
        tried.answersFromMemory = false
        do throws(No) {
            let answer = try tried.carryOut()
            if step.isChange {
                // "Same key and same content → the first reply again, nothing written."
                if !tried.answersFromMemory { tried.keys[step.key] = (step.content, answer) }
                self = tried
            }
            return answer
        } catch {
            // "A refused command leaves no trace under its key."
            return Answer(error.code.rawValue, error.figures)
        }
    }

    private mutating func carryOut() throws(No) -> Answer {
        guard step.isChange else { return try look() }
        let known = keys[step.key]
        if let known, known.content == step.content { return repeated(known.answer) }
        // "occurredAt may lie a day ahead of the engine's clock at most."
        guard now <= step.clock + Times.day else { throw No(.invalidParams) }
        // "Same key, other content → idempotency_conflict."
        guard known == nil else { throw No(.idempotencyConflict) }
        let answer = try change()
        if !answersFromMemory { days.book(days.bookingDay(of: now)) }
        return answer
    }

    /// A first answer, given again.
    mutating func repeated(_ first: Answer) -> Answer {
        answersFromMemory = true
        var again = first
        again["replayed"] = 1
        again.forgetCards()
        return again
    }

    private mutating func change() throws(No) -> Answer {
        switch step.deed {
        case .join(let cards, let isProvisional):
            try join(cards, as: isProvisional ? .provisional : .active)
        case .link(let who, let card): try link(card, to: who)
        case .unlink(let who, let card): try unlink(card, from: who)
        case .replaceCard(let who, let lost, let new): try replace(card: lost, of: who, with: new)
        case .register(let who, let cards): try register(who, cards)
        case .suspend(let who): try suspend(who)
        case .resume(let who): try resume(who)
        case .merge(let other, let who): try merge(other, into: who)
        case .unmerge(let other, let who): try unmerge(other, from: who)
        case .withdraw(let who): try withdraw(who)
        case .rejoin(let cards): try rejoin(cards)
        case .grant(let who, let given, let isLimited, let lastDay):
            try grant(given, to: who, isLimited: isLimited, lastDay: lastDay)
        case .adjust(let who, let given): try adjust(who, by: given)
        case .place(let who, let points, let until): try place(points, of: who, until: until)
        case .release(let hold): try release(hold)
        case .record(let sale): try record(sale)
        case .confirm(let which, let pieces): try confirm(which, pieces)
        case .takeBack(let which, let pieces): try takeBack(which, pieces)
        case .void(let which): try void(which)
        case .replace(let which, let sale): try replace(which, with: sale)
        case .takeBackUnreceipted(let who, let basket, let channel):
            try takeBackUnreceipted(basket, of: who, in: channel)
        case .review(let who, let subject, let reference):
            try review(by: who, of: subject, as: reference)
        case .close(let day): try close(day)
        case .balance, .quote, .purchase, .hold, .previewWithdrawal, .previewMerge,
            .previewUnmerge, .history, .reopen, .verify:
            preconditionFailure("a question changes nothing")
        }
    }
}

// MARK: - Who and which

extension Model {
    /// "Commands that name the other by id are member_merged".
    func person(_ who: Step.Who) throws(No) -> Int {
        let person = try named(who)
        if people[person]?.mergedInto != nil { throw No(.memberMerged) }
        return person
    }

    /// The same, also if the member became part of another.
    func named(_ who: Step.Who) throws(No) -> Int {
        guard let person = owner(who) else { throw No(.memberUnknown) }
        if case .card(let card) = who, let since = blocked[card], since <= now {
            throw No(.identityBlocked)
        }
        return person
    }

    private func owner(_ who: Step.Who) -> Int? {
        switch who {
        case .card(let card): owners[card] ?? departed(with: card)
        case .joined(let step): people[step] == nil ? nil : step
        }
    }

    /// "Late events of a withdrawn member are still accepted": who has left with a card since.
    private func departed(with card: Int) -> Int? {
        guard let memory = leavers[card], memory.hasLeft else { return nil }
        let person = answering(for: memory.person)
        guard let leftAt = people[person]?.leftAt, now < leftAt else { return nil }
        return person
    }

    func purchase(_ which: Step.Which) throws(No) -> Int {
        switch which {
        case .sold(let step): if purchases[step] != nil { return step }
        case .order(let order, let channel):
            if case .sold(let step) = orders["\(channel)/\(order)"] { return step }
        }
        throw No(.purchaseUnknown)
    }

    /// The members whom a step is about.
    func subjects(of step: Step) -> [Int] {
        switch step.deed {
        case .join, .rejoin: people[step.number] == nil ? [] : [step.number]
        case .link(let who, _), .unlink(let who, _), .replaceCard(let who, _, _),
            .register(let who, _), .suspend(let who), .resume(let who), .withdraw(let who),
            .grant(let who, _, _, _), .adjust(let who, _), .place(let who, _, _),
            .takeBackUnreceipted(let who, _, _), .review(let who, _, _):
            [owner(who)].compactMap(\.self)
        case .merge(let other, let who), .unmerge(let other, let who):
            [owner(who), owner(other)].compactMap(\.self)
        case .release(let hold): [holds[hold].map { answering(for: $0.person) }].compactMap(\.self)
        case .record(let sale): [sale.buyer.flatMap { owner($0) }].compactMap(\.self)
        case .confirm(let which, _), .takeBack(let which, _), .void(let which),
            .replace(let which, _):
            [(try? purchase(which)).flatMap { holder(of: $0) }].compactMap(\.self)
        default: []
        }
    }

    /// Changes a member.
    mutating func edit<Result>(_ person: Int, _ change: (inout Person) -> Result) -> Result {
        guard var edited = people[person] else { preconditionFailure("nobody joined there") }
        let result = change(&edited)
        people[person] = edited
        return result
    }
}
