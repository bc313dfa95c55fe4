package import PointsCore
package import PointsStore

/// Load → decide → append → commit once → reply.
///
/// One thread uses an engine. Commands come in batches; a batch is decided in order, appended, committed by one fsync and
/// only then answered. What a command sees includes the commands before it in the batch.
package final class Engine {
    let setup: EngineSetup
    let path: String
    let store: LedgerStore
    var projections: Projections
    let shelf: RulesShelf
    /// The policies on ranks, made of which sets of rules.
    var tiers: (rules: RulesTimeline, tiers: TierTimeline)?
    /// What members are asked to agree to, made of which sets of rules and which policies.
    var consents: (rules: RulesTimeline, published: [PublishedPolicy], timeline: ConsentTimeline)?
    /// Whether the last write failed: then memory and disk may differ, and the database is opened anew first.
    var isBroken = false
    /// Whether what was read back after a failure may not be on disk yet: then nothing is acknowledged before it is.
    ///
    /// True at first: a process that ended between writing and syncing may have left entries that nobody was told of.
    private var isUnsynced = true
    /// What became of the rules of the setup when the engine was opened.
    package internal(set) var rulesAtStart = RulesAtStart.agreed
    /// The day that is being closed.
    var closing: DayClosing?
    var closeBounds = CloseBounds()
    /// Requests to close a day that wait for their turn, oldest first.
    var waiting: [WaitingClose] = []
    /// Answers that came later and were not taken yet.
    var answered: [LateAnswer] = []
    var ticketCount = 0
    /// Looks at people that wait to be written down.
    var looks = AuditLog()
    var searchThrottle = SearchThrottle()
    /// When it is tried again to take what was erased out of the log.
    var nextWiping = Instant.distantPast

    /// Opens a database, makes it if there is none, replays what was not flushed, and activates the rules if they are new.
    package init(path: String, setup: EngineSetup) throws(EngineError) {
        self.path = path
        self.setup = setup
        do throws(StoreError) {
            store = try LedgerStore(writing: path)
        } catch {
            throw .store(error)
        }
        projections = try Projections(store: store)
        shelf = RulesShelf(store: store, read: setup.readRules)
        try activateRules()
    }

    /// Flushes what is folded; the journal needs no more.
    package func close() throws(StoreError) {
        guard !isBroken else { return }
        try flushAudit()
        try projections.flush()
    }

    /// The rules in force at a moment.
    package func rules(at instant: Instant) throws(Refusal) -> Ruleset {
        guard let activation = projections.program.activation(at: instant) else {
            throw .internalFault("no rules are active")
        }
        return try shelf.ruleset(activation.hash)
    }

    /// Carries out commands in order, each to its end, and answers each.
    ///
    /// A refused command leaves no trace. If the disk fails, every command of the same commit is answered
    /// ``Refusal/storageFailure(_:)``, and the next batch begins by opening the database anew.
    package func execute(_ commands: [Command]) -> [Result<Reply, Refusal>] {
        var replies: [Result<Reply, Refusal>] = []
        replies.reserveCapacity(commands.count)
        var rest = commands[...]
        while !rest.isEmpty {
            var group = rest.prefix(EngineLimits.batchCommandsMax)
            if let last = group.firstIndex(where: \.action.closesDay) { group = group[...last] }
            for outcome in submit(group) {
                switch outcome {
                case .done(let reply): replies.append(reply)
                case .later(let ticket): replies.append(finish(ticket))
                }
            }
            tidyAll()
            rest = rest[group.endIndex...]
        }
        return replies
    }

    /// Carries out commands in order; who closes a day is answered later, after so many calls of ``work()``, and what
    /// comes behind does not wait for it.
    ///
    /// Failures are those of ``execute(_:)``.
    package func submit(_ commands: ArraySlice<Command>) -> [CommandOutcome] {
        var outcomes: [CommandOutcome] = []
        outcomes.reserveCapacity(commands.count)
        var start = commands.startIndex
        while start < commands.endIndex {
            let limit = min(start + EngineLimits.batchCommandsMax, commands.endIndex)
            var end = start
            while end < limit, !commands[end].action.standsAlone { end += 1 }
            if end > start {
                outcomes += executeGroup(commands[start..<end]).map { .done($0) }
            } else {
                outcomes.append(carryOutAlone(commands[start]))
                end += 1
            }
            start = end
        }
        return outcomes
    }

    /// Carries out a command that stands alone.
    private func carryOutAlone(_ command: Command) -> CommandOutcome {
        switch command.action {
        case .closeDay(let day): request(closing: day, by: command)
        case .rehearseRules(let rehearsal): .done(rehearse(rehearsal))
        default: .done(verify(by: command))
        }
    }
}

// MARK: - Committing

extension Engine {
    /// Commands that one commit makes durable.
    private func executeGroup(_ group: ArraySlice<Command>) -> [Result<Reply, Refusal>] {
        do throws(StoreError) {
            try recover()
            if group.contains(where: \.action.isChange) { try settleWithDisk() }
            try store.begin()
            let before = projections.position
            let replies = try answers(to: group)
            if projections.position == before && !looks.wantsCommit {
                store.rollback()
            } else {
                try commit()
            }
            return replies
        } catch {
            store.rollback()
            looks.rolledBack()
            isBroken = true
            return group.map { _ in .failure(.storageFailure(error.brief)) }
        }
    }

    private func answers(
        to group: ArraySlice<Command>
    ) throws(StoreError) -> [Result<Reply, Refusal>] {
        var replies: [Result<Reply, Refusal>] = []
        for command in group {
            let before = projections.position
            do throws(CommandFailure) {
                replies.append(.success(try answer(command)))
            } catch {
                switch error {
                case .refused(let refusal) where projections.position == before:
                    replies.append(.failure(refusal))
                case .refused(let refusal):
                    // Refused after entries were appended: a fault of ours, and nothing of the batch may stand.
                    throw .damaged(table: "journal", problem: refusal.message)
                case .store(let failure): throw failure
                }
            }
        }
        return replies
    }

    /// Does what commits by itself, or not at all.
    func alone<Answer>(
        isChange: Bool, _ body: () throws(CommandFailure) -> Answer
    ) -> Result<Answer, Refusal> {
        do throws(CommandFailure) {
            try storing { () throws(StoreError) in
                try recover()
                if isChange { try settleWithDisk() }
            }
            return .success(try body())
        } catch {
            switch error {
            case .refused(let refusal): return .failure(refusal)
            case .store(let failure):
                store.rollback()
                isBroken = true
                return .failure(.storageFailure(failure.brief))
            }
        }
    }

    /// Commits, with what goes into every commit: the search terms of people who were touched, and the looks that wait.
    func commit() throws(StoreError) {
        try keepSearchTerms()
        try looks.write(to: store)
        try store.commit()
        looks.committed()
    }

    /// Commits what was appended in its own transaction.
    func committing<Result>(
        _ body: () throws(CommandFailure) -> Result
    ) throws(CommandFailure) -> Result {
        let before = projections.position
        try storing { () throws(StoreError) in try store.begin() }
        do throws(CommandFailure) {
            let result = try body()
            try storing { () throws(StoreError) in try commit() }
            return result
        } catch {
            store.rollback()
            looks.rolledBack()
            // What was folded is not on disk: memory is read back before anything else is decided.
            if projections.position != before { isBroken = true }
            throw error
        }
    }

    /// Opens the database anew after a failure, and folds what is really on disk.
    private func recover() throws(StoreError) {
        guard isBroken else { return }
        isUnsynced = true
        try store.reopen()
        do throws(EngineError) {
            projections = try Projections(store: store)
            isBroken = false
        } catch {
            throw .damaged(table: "journal", problem: error.message)
        }
    }

    /// Brings to disk what a failed sync may have left in the log.
    ///
    /// A log that was written and not synced reads like a committed one until the power fails, so a repeated key must not be
    /// answered from it. The pages are written and synced anew, because a sync that failed is not one to repeat.
    private func settleWithDisk() throws(StoreError) {
        guard isUnsynced else { return }
        try store.checkpoint()
        isUnsynced = false
    }

    /// Appends the entries of a desk to the journal and folds them.
    func append(_ desk: Desk) throws(CommandFailure) {
        guard let first = desk.entries.first else { return }
        var hash: [UInt8]
        if first.member == Entry.programMember {
            hash = projections.program.head.hash
        } else {
            hash = try member(first.member)?.head.hash ?? []
        }
        for entry in desk.entries {
            let body = entry.record()
            hash = Entry.hash(of: body, after: hash)
            let record = JournalRecord(
                position: entry.position, member: entry.member, body: body, hash: hash)
            try storing { () throws(StoreError) in try store.append(record) }
            do throws(LedgerFault) {
                try projections.apply(entry, hash: hash)
            } catch {
                // What was decided cannot be folded: the transaction is given up, and memory with it.
                throw .store(.damaged(table: "journal", problem: error.message))
            }
        }
        if let member = desk.member { closing?.note(member) }
    }
}
