internal import PointsCore
internal import PointsStore

// MARK: - Consents, preferences and policies

extension Engine {
    /// What a member answers is written down, and how it was given kept beside it.
    func record(
        _ given: GivenConsents, of reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.record(given.answers) }
        try keep(given.evidence, for: desk)
        return try finish(desk)
    }

    /// What a person answers on joining or coming back, as a step behind the entry that answers the command.
    func record(_ given: GivenConsents, at desk: inout Desk) throws(CommandFailure) {
        guard !given.answers.isEmpty else { return }
        var joined = desk
        try deciding { () throws(Refusal) in try joined.record(given.answers, isStep: true) }
        desk = joined
        try keep(given.evidence, for: desk)
    }

    private func keep(_ evidence: ConsentEvidence?, for desk: Desk) throws(CommandFailure) {
        guard let evidence, let entry = desk.entries.last else { return }
        try storing { () throws(StoreError) in
            try store.keepConsentEvidence(evidence, of: entry.member, since: entry.position)
        }
    }

    func set(
        _ settings: [PreferenceSetting], of reference: MemberReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        return try finish(Desk(member, in: situation)) { desk throws(Refusal) in
            try desk.set(settings)
        }
    }

    func publish(
        _ publication: PublishPolicy, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let desk = Desk(programAt: projections.program.head.position, in: situation)
        return try finish(desk) { desk throws(Refusal) in try desk.publish(publication) }
    }
}

// MARK: - consent.list

extension Engine {
    /// How a member's consents stand, and a page of what was answered: its entries name each other.
    func consents(
        _ page: ConsentsPage, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try named(page.member, in: situation)
        var place = member.consents.last
        if let from = page.from {
            let first = try entry(at: from)
            guard let first, first.member == member.id.number,
                case .consentsRecorded = first.event
            else {
                throw .refused(
                    .invalidParams(
                        pointer: "/cursor", expected: "the cursor of a page of this member"))
            }
            place = from
        }
        var history: [ConsentsView.Past] = []
        while place > .none, history.count < page.limit {
            let past = try answers(at: place)
            history.append(past.view)
            place = past.previous
        }
        let view = ConsentsView(
            member: member.id,
            current: member.consentViews(under: situation.consents, at: situation.now),
            history: history, next: place > .none ? place : nil)
        return asking(member, in: situation, .consents(view))
    }

    private func answers(
        at place: JournalPosition
    ) throws(CommandFailure) -> (view: ConsentsView.Past, previous: JournalPosition) {
        guard let entry = try entry(at: place),
            case .consentsRecorded(let recorded) = entry.event
        else {
            throw .refused(
                .internalFault("entry \(place.number) has no consents; run meguri verify"))
        }
        let evidence = try storing { () throws(StoreError) in
            try store.consentEvidence(since: place)
        }
        return (
            ConsentsView.Past(entry: entry, answers: recorded.answers, evidence: evidence),
            recorded.previous
        )
    }
}

// MARK: - What to ask

extension Engine {
    /// An answer to a question about a member, with the consents to ask for.
    func asking(_ member: Member, in situation: Situation, _ reply: Reply) -> Reply {
        let questions = situation.consents.questions(for: member.consents, at: situation.now)
        return questions.map { .asking($0, reply) } ?? reply
    }

    /// The consents that an entry's member was to be asked for when the entry was answered the first time: by the policies
    /// that had been published and by what had been answered, whatever has come since.
    func questions(answering entry: Entry) throws(CommandFailure) -> [ConsentQuestion]? {
        guard entry.member != Entry.programMember else { return nil }
        let timeline = try consentTimeline(asOf: entry.position)
        guard !timeline.asksNothing, let member = try member(entry.member) else { return nil }
        let record = try consents(of: member, asOf: entry)
        return timeline.questions(for: record, at: entry.cause.occurredAt)
    }

    /// What a member had answered by an entry, and by the step of joining behind it.
    private func consents(
        of member: Member, asOf entry: Entry
    ) throws(CommandFailure) -> ConsentRecord {
        guard member.consents.changedBy > entry.position else { return member.consents }
        var changes: [Entry] = []
        if let step = try self.entry(at: entry.position.next), step.member == entry.member,
            case .consentsRecorded(let recorded) = step.event, recorded.isStep
        {
            guard member.consents.changedBy > step.position else { return member.consents }
            changes.append(step)
        }
        try walk(from: entry.position) { entry throws(CommandFailure) in
            if ConsentRecord.isChanged(by: entry.event) { changes.append(entry) }
            // What was answered before ended there.
            if case .rejoined = entry.event { return false }
            return true
        }
        var record = ConsentRecord()
        for change in changes.reversed() { record.apply(change) }
        return record
    }
}

// MARK: - Policies by moments

extension Engine {
    /// What members are asked at which moment, by every set of rules and everything that was published; read once.
    func consentTimeline() throws(CommandFailure) -> ConsentTimeline {
        let (rules, published) = (projections.program.rules, projections.program.policies)
        if let known = consents, known.rules == rules, known.published == published {
            return known.timeline
        }
        let made = try consentTimeline(rules, published)
        consents = (rules, published, made)
        return made
    }

    /// The same as it was when an entry was written.
    private func consentTimeline(
        asOf entry: JournalPosition
    ) throws(CommandFailure) -> ConsentTimeline {
        let (rules, published) = (projections.program.rules, projections.program.policies)
        let last = max(
            rules.activations.last?.position ?? .none, published.last?.position ?? .none)
        guard last > entry else { return try consentTimeline() }
        return try consentTimeline(
            rules.before(entry.next), published.filter { $0.position <= entry })
    }

    private func consentTimeline(
        _ rules: RulesTimeline, _ published: [PublishedPolicy]
    ) throws(CommandFailure) -> ConsentTimeline {
        try deciding { () throws(Refusal) in try shelf.consentTimeline(rules, published) }
    }
}
