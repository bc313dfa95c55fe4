package import PointsCore
internal import PointsStore

// MARK: - Work between batches

extension Engine {
    /// Whether there is something for ``work()`` to do.
    package var hasWork: Bool {
        closing != nil || isBehind(EngineLimits.liveBacklog) || isPeopleWorkDue
    }

    /// Does a piece of what goes on beside the commands, which takes some milliseconds: writes back the log, writes what
    /// was folded, or goes a step on with the closing of a day.
    package func work() {
        if isBehind(EngineLimits.liveBacklog) {
            tidy(EngineLimits.liveBacklog)
        } else if isPeopleWorkDue {
            tidyPeople()
        } else if let closing {
            goOn(with: closing)
        }
    }

    /// The answers that have come since, in the order of their coming.
    package func takeAnswers() -> [LateAnswer] {
        defer { answered.removeAll() }
        return answered
    }

    /// Works until a command is answered.
    ///
    /// - Parameters:
    ///   - ticket: The command's.
    ///   - progress: Is told how many members the closing of a day has passed, out of how many.
    /// - Returns: The answer.
    package func finish(
        _ ticket: CommandTicket, _ progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) -> Result<Reply, Refusal> {
        while true {
            if let place = answered.firstIndex(where: { $0.ticket == ticket }) {
                return answered.remove(at: place).result
            }
            precondition(hasWork, "a command waits for nothing")
            work()
            if let closing { progress(closing.next - 1, projections.program.memberCount) }
        }
    }

    // MARK: Writing what was folded

    /// After a failure the next batch begins by reading back what is on disk; until then nothing is written.
    private func isBehind(_ backlog: Backlog) -> Bool {
        !isBroken
            && (store.unwrittenLogPages >= backlog.pages
                || projections.unflushedRows > backlog.rows)
    }

    /// Does all that is due where nobody else waits.
    func tidyAll() {
        while isBehind(EngineLimits.batchBacklog) { tidy(EngineLimits.batchBacklog) }
        if isPeopleWorkDue { tidyPeople() }
    }

    /// Whether what was erased is to be taken out of the log, or looks have waited to be written down.
    private var isPeopleWorkDue: Bool {
        isWipingDue || (!isBroken && looks.isDue(at: setup.clock()))
    }

    private func tidyPeople() {
        do throws(StoreError) {
            if isWipingDue { try wipe() } else { try flushAudit() }
        } catch {
            isBroken = true
        }
    }

    /// What was committed is kept whether or not this works.
    private func tidy(_ backlog: Backlog) {
        do throws(StoreError) {
            if store.unwrittenLogPages >= backlog.pages {
                try store.checkpointWhatMayBe()
            } else {
                try projections.flush()
            }
        } catch {
            isBroken = true
        }
    }

    // MARK: Verification

    /// Verifies the database, with everything flushed.
    func verify(by command: Command) -> Result<Reply, Refusal> {
        alone(isChange: false) { () throws(CommandFailure) in
            try storing { () throws(StoreError) in try projections.flush() }
            return .verification(try storing { () throws(StoreError) in try verification() })
        }
    }

    /// Judges recorded sales by a draft, as far as they are committed.
    ///
    /// It holds up whatever comes behind it, so it is for short journals only.
    func rehearse(_ rehearsal: RehearseRules) -> Result<Reply, Refusal> {
        alone(isChange: false) { () throws(CommandFailure) in
            guard projections.position.number <= EngineLimits.backtestEntriesMax else {
                throw .refused(
                    .invalidParams(
                        pointer: "/from",
                        expected:
                            "a journal of at most \(EngineLimits.backtestEntriesMax) entries; "
                            + "for this one use meguri rules backtest, which runs beside the server"
                    ))
            }
            return .rehearsal(
                try deciding { () throws(Refusal) in try setup.rehearseRules(path, rehearsal) })
        }
    }
}
