package import PointsCore
package import PointsStore

// MARK: - Rules at start

extension Engine {
    /// Activates the given rules if the database never had them.
    ///
    /// A server that is started again with the folder of before, perhaps at night and by nobody, neither takes an announcement
    /// back nor brings rules back that were replaced since.
    func activateRules() throws(EngineError) {
        let timeline = projections.program.rules
        guard let source = setup.rules else {
            guard timeline.activations.isEmpty else { return }
            throw .noRules
        }
        shelf.put(source.ruleset)
        let now = setup.clock()
        let (former, hash) = (timeline.activation(at: now)?.hash, source.ruleset.hash)
        guard !timeline.activations.contains(where: { $0.hash == hash }) else {
            let isAnnounced = timeline.announced(after: now).contains { $0.hash == hash }
            if let former, former != hash, !isAnnounced { rulesAtStart = .passedOver(for: former) }
            return
        }
        let isFirst = former == nil
        // The first rules judge everything that happened before them too: there is nothing else to judge it by.
        let activated = RulesActivated(
            hash: hash, effectiveFrom: isFirst ? .distantPast : now)
        let today = source.ruleset.program.calendar.businessDay(of: now)
        let cause = Cause(
            command: "rules.activate", idempotencyKey: "", contentHash: [],
            ruleset: projections.position.next, occurredAt: now, recordedAt: now,
            businessDay: Situation.bookingDay(
                for: today, openDay: projections.program.openDay))
        let situation = Situation(
            cause: cause, rules: source.ruleset, next: projections.position.next,
            openDay: projections.program.openDay)
        do throws(CommandFailure) {
            try requireSuccession(of: source.ruleset, from: now, now: now)
            _ = try committing { () throws(CommandFailure) in
                try append(activated, content: source.content, in: situation)
            }
            rulesAtStart = .activated(insteadOf: former)
        } catch {
            switch error {
            case .refused(let refusal): throw .rulesRefused(refusal)
            case .store(let failure): throw .store(failure)
            }
        }
    }
}

// MARK: - rules.activate

extension Engine {
    /// Activates a set of rules, now or at a moment that is announced.
    ///
    /// - Throws: ``Refusal/invalidParams(pointer:expected:)`` for a moment that has passed, or rules that would be in force
    ///   then anyway; ``Refusal/rulesInvalid(_:)``
    func activate(
        _ activation: ActivateRules, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let now = situation.cause.recordedAt
        let moment = activation.effectiveFrom ?? now
        guard moment >= now else {
            throw .refused(
                .invalidParams(
                    pointer: "/effectiveFrom",
                    expected: "now or later: what has happened is judged by the rules of then"))
        }
        let checked = try deciding { () throws(Refusal) in
            try setup.checkRules(activation.content)
        }
        guard projections.program.rules.activation(at: moment)?.hash != checked.hash else {
            throw .refused(
                .invalidParams(
                    pointer: "/files",
                    expected: moment == now
                        ? "other rules: these are in force already"
                        : "other rules: these are in force at that moment already"))
        }
        guard let ruleset = checked.ruleset, checked.isOK else {
            throw .refused(.rulesInvalid(checked.problems))
        }
        try requireSuccession(of: ruleset, from: moment, now: now)
        shelf.put(ruleset)
        let desk = try append(
            RulesActivated(
                hash: ruleset.hash, effectiveFrom: moment, reason: activation.reason),
            content: activation.content, in: situation)
        return try finished(desk)
    }

    /// Refuses rules that would break the books which were kept before them, or which are to be kept after them.
    private func requireSuccession(
        of ruleset: Ruleset, from moment: Instant, now: Instant
    ) throws(CommandFailure) {
        let timeline = projections.program.rules
        guard !timeline.activations.isEmpty else { return }
        var problems: [RulesProblem] = []
        // A moment before it: another set that was announced for the same moment is replaced.
        let before = Instant(milliseconds: moment.milliseconds - 1)
        for former in [timeline.activation(at: before), timeline.activation(at: now)] {
            guard let former else { continue }
            let noted = Set(problems)
            problems += ruleset.problems(following: try rules(of: former)).filter {
                !noted.contains($0)
            }
        }
        if let next = timeline.announced(after: moment).first {
            problems += try rules(of: next).problems(following: ruleset).map {
                RulesProblem(
                    file: $0.file, pointer: $0.pointer,
                    problem: "in the rules announced for "
                        + ruleset.program.calendar.text(of: next.effectiveFrom)
                        + ", which would follow: \($0.problem)")
            }
        }
        guard problems.isEmpty else {
            let first = problems.prefix(EngineLimits.rulesProblemsMax)
            throw .refused(.rulesInvalid(Array(first)))
        }
    }

    private func rules(
        of activation: RulesTimeline.Activation
    ) throws(CommandFailure) -> Ruleset {
        try deciding { () throws(Refusal) in try shelf.ruleset(activation.hash) }
    }

    /// Appends an activation; the content is kept with it.
    private func append(
        _ activated: RulesActivated, content: [UInt8], in situation: Situation
    ) throws(CommandFailure) -> Desk {
        var desk = Desk(programAt: projections.program.head.position, in: situation)
        try deciding { () throws(Refusal) in try desk.append(.rulesActivated(activated)) }
        try storing { () throws(StoreError) in
            try store.keepRules(hash: activated.hash, content: content)
        }
        try append(desk)
        return desk
    }

    /// What an activation changed: against the rules that would have been in force from its moment on without it.
    func changes(
        by activated: RulesActivated, at position: JournalPosition
    ) throws(CommandFailure) -> [RulesChange] {
        let timeline = projections.program.rules.before(position)
        guard let former = timeline.activation(at: activated.effectiveFrom) else { return [] }
        let archive = RulesArchive(store: store, timeline: timeline)
        let (old, new) = try storing { () throws(StoreError) in
            (try archive.content(of: former.hash), try archive.content(of: activated.hash))
        }
        return try deciding { () throws(Refusal) in try setup.compareRules(old, new) }
    }
}

// MARK: - rules.current

extension Engine {
    /// The rules in force at a moment, and those that are announced.
    func currentRules(
        at moment: Instant, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let archive = RulesArchive(store: store, timeline: projections.program.rules)
        let view = try storing { () throws(StoreError) in
            try archive.view(at: moment, now: situation.cause.recordedAt)
        }
        guard let view else { throw .refused(.internalFault("no rules are active")) }
        return .rules(view)
    }

    /// The same of a database that is only read, beside whoever writes to it; `nil` if no rules were ever activated in it.
    package static func rules(
        path: String, at moment: Instant
    ) throws(StoreError) -> RulesView? {
        let store = try LedgerStore(reading: path)
        return try store.reading { () throws(StoreError) in
            try RulesArchive(reading: store).view(at: moment, now: moment)
        }
    }
}
