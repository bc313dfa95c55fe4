package import PointsCore
internal import PointsStore

// MARK: - Time, cause and rules of a command

extension Engine {
    /// What the command's decision is given.
    ///
    /// - Throws: ``Refusal/invalidParams(pointer:expected:)`` if it happened too far ahead of the clock, or in a channel
    ///   that the program does not have.
    func situation(for command: Command) throws(CommandFailure) -> Situation {
        let envelope = command.envelope
        let recordedAt = setup.clock()
        let occurredAt = envelope.occurredAt ?? recordedAt
        let latest = recordedAt.adding(seconds: EngineLimits.occurredAheadSecondsMax)
        guard occurredAt <= latest || !command.action.isChange else {
            throw .refused(
                .invalidParams(
                    pointer: "/occurredAt", expected: "at most a day ahead of the engine's clock"))
        }
        guard let activation = projections.program.activation(at: occurredAt) else {
            throw .refused(.internalFault("no rules are active"))
        }
        let rules = try deciding { () throws(Refusal) in try shelf.ruleset(activation.hash) }
        let channel = try envelope.channel.map { (name) throws(CommandFailure) in
            try self.channel(name, of: rules)
        }
        let openDay = projections.program.openDay
        let cause = Cause(
            command: envelope.method, idempotencyKey: envelope.idempotencyKey,
            contentHash: command.action.isChange ? contentHash(of: envelope) : [],
            channel: envelope.channel, company: channel?.company, store: envelope.store,
            terminal: envelope.terminal, actor: envelope.actor, ruleset: activation.position,
            occurredAt: occurredAt, recordedAt: recordedAt,
            businessDay: Situation.bookingDay(
                for: rules.program.calendar.businessDay(of: occurredAt), openDay: openDay))
        return Situation(
            cause: cause, rules: rules, next: projections.position.next, openDay: openDay,
            budgets: projections.program.budgets, tiers: try tierTimeline(),
            consents: try consentTimeline())
    }

    /// The policies on ranks of every set of rules, by the moments from which they count; read once.
    func tierTimeline() throws(CommandFailure) -> TierTimeline {
        let timeline = projections.program.rules
        if let known = tiers, known.rules == timeline { return known.tiers }
        let made = try deciding { () throws(Refusal) in try shelf.tierTimeline(timeline) }
        tiers = (timeline, made)
        return made
    }

    /// The same with what the rules ask about the person who buys.
    func situation(
        _ situation: Situation, for buyer: Member?
    ) throws(CommandFailure) -> Situation {
        guard let buyer, !situation.rules.traits.isEmpty else { return situation }
        let birthDate = try storing { () throws(StoreError) in
            try store.birthDate(of: buyer.id.number)
        }
        return situation.with(birthDate: birthDate.flatMap { CivilDate($0) })
    }

    /// A keyed hash of what was asked, so that the same key with other content is noticed.
    func contentHash(of envelope: Envelope) -> [UInt8] {
        let hash = store.secret.authentication.code(
            of: Array(envelope.method.utf8), [0], envelope.content)
        return Array(hash.prefix(EngineLimits.contentHashBytes))
    }

    /// The company that issues points given outside a sale: the channel's, or the program's only or first one.
    func issuer(in situation: Situation) throws(CommandFailure) -> String {
        if let company = situation.cause.company { return company }
        guard let company = situation.program.companies.min() else {
            throw .refused(.internalFault("the program has no company"))
        }
        return company
    }
}

// MARK: - For the doors

extension Engine {
    /// The calendar of the rules that are in force now.
    package var calendar: BusinessCalendar {
        let rules = try? rules(at: setup.clock())
        return rules?.program.calendar ?? BusinessCalendar(zone: .tokyo, startMinutes: 0)
    }
}
