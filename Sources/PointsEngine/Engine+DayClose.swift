internal import PointsCore
internal import PointsStore

// MARK: - Asking for a day to be closed

extension Engine {
    /// Answers a request to close a day, or begins the work, or lets it wait for the day that is being closed.
    func request(closing day: CivilDate, by command: Command) -> CommandOutcome {
        ticketCount += 1
        let request = WaitingClose(
            day: day, command: command, ticket: CommandTicket(number: ticketCount))
        if let answer = consider(request) { return .done(answer) }
        guard closing?.ticket != request.ticket else { return .later(request.ticket) }
        guard waiting.count < EngineLimits.closeRequestsMax else {
            return .done(
                .failure(.busy("Too many requests wait for a day to be closed; ask again later.")))
        }
        waiting.append(request)
        return .later(request.ticket)
    }

    /// The answer to a request, if there is one now; else it is begun unless another day is being closed.
    private func consider(_ request: WaitingClose) -> Result<Reply, Refusal>? {
        let result = alone(isChange: true) { () throws(CommandFailure) -> Reply? in
            if let receipt = try replay(request.command) { return .done(receipt) }
            let situation = try situation(for: request.command)
            if let sealed = try seal(of: request.day) {
                return .done(try receipt(for: sealed, isReplay: false))
            }
            guard closing == nil else { return nil }
            // The engine's clock decides what has ended, not the sender's.
            let now = situation.cause.recordedAt
            try checkClosable(request.day, today: situation.calendar.businessDay(of: now))
            let horizon = DueHorizon(
                closing: request.day, at: min(now, situation.calendar.end(of: request.day)),
                under: situation.program)
            closing = DayClosing(
                day: request.day, command: request.command, ticket: request.ticket,
                horizon: horizon)
            return nil
        }
        switch result {
        case .success(let reply): return reply.map { .success($0) }
        case .failure(let refusal): return .failure(refusal)
        }
    }

    /// The entry that sealed a day, if the day is closed.
    private func seal(of day: CivilDate) throws(CommandFailure) -> Entry? {
        guard let closed = projections.program.closedThrough, day <= closed else { return nil }
        let book = try storing { () throws(StoreError) in try projections.day(day) }
        guard let position = book?.sealedBy else {
            throw .refused(
                .dayNotClosable(
                    day, why: "The day \(day) lies before the first day that was closed."))
        }
        return try entry(at: position)
    }

    private func checkClosable(_ day: CivilDate, today: CivilDate) throws(CommandFailure) {
        guard day <= today else {
            throw .refused(
                .dayNotClosable(day, why: "The day \(day) has not come; today is \(today)."))
        }
        let program = projections.program
        let next = program.openDay ?? program.firstDay ?? today
        guard day == next else {
            throw .refused(
                .dayNotClosable(day, why: "The day \(next) is open; close it before \(day)."))
        }
    }
}

// MARK: - Closing it

extension Engine {
    /// Goes a step on, and answers everybody who can be answered then.
    ///
    /// A step is bounded in members that it passes over and in entries that it writes, and is committed whole; commands are
    /// carried out between steps. If the process ends there, the next request begins anew: what is
    /// written down is not due any more.
    func goOn(with closing: DayClosing) {
        let result = alone(isChange: true) { () throws(CommandFailure) in try step(of: closing) }
        switch result {
        case .success(nil): return
        case .success(let seal?): answer(closing.ticket, .success(seal))
        case .failure(let refusal): answer(closing.ticket, .failure(refusal))
        }
        self.closing = nil
        let requests = waiting
        waiting = []
        for request in requests {
            if let answer = consider(request) {
                self.answer(request.ticket, answer)
            } else if self.closing?.ticket != request.ticket {
                waiting.append(request)
            }
        }
    }

    private func answer(_ ticket: CommandTicket, _ result: Result<Reply, Refusal>) {
        answered.append(LateAnswer(ticket: ticket, result: result))
    }

    /// Writes down what time has brought about for the next members; once that is done for all, seals the day.
    ///
    /// - Returns: The answer, once the day is sealed.
    private func step(of closing: DayClosing) throws(CommandFailure) -> Reply? {
        var entriesLeft = closeBounds.entriesMax
        let count = projections.program.memberCount
        let range = closing.nextRange(of: count, atMost: closeBounds.membersMax)
        if let range {
            let due = try storing { () throws(StoreError) in
                try projections.members(in: range, due: closing.horizon, atMost: entriesLeft)
            }
            let settled = try settle(due.numbers, for: closing, entriesLeft: &entriesLeft)
            let through = settled == due.numbers.count ? due.through : due.numbers[settled - 1]
            self.closing?.pass(through)
            guard through == count, entriesLeft > 0 else { return nil }
        }
        // The seal follows in the same step, or ever new members could keep it off.
        let stragglers = closing.stragglers.sorted()
        let settled = try settle(stragglers, for: closing, entriesLeft: &entriesLeft)
        self.closing?.settle(stragglers.prefix(settled))
        guard settled == stragglers.count, try removeWhatIsOld(for: closing) else { return nil }
        return try committing { () throws(CommandFailure) in
            // Another command may have taken the key meanwhile.
            if let receipt = try replay(closing.command) { return .done(receipt) }
            let situation = try self.situation(for: closing.command)
            let book = try storing { () throws(StoreError) in try projections.day(closing.day) }
            let desk = Desk(programAt: projections.program.head.position, in: situation)
            return try finish(desk) { desk throws(Refusal) in
                try desk.append(.dayClosed((book ?? DayBook(day: closing.day)).seal))
            }
        }
    }

    /// Settles members in order, in one commit, until so many entries are written.
    ///
    /// - Returns: How many members.
    private func settle(
        _ members: [Int64], for closing: DayClosing, entriesLeft: inout Int
    ) throws(CommandFailure) -> Int {
        guard !members.isEmpty else { return 0 }
        var left = entriesLeft
        let count = try committing { () throws(CommandFailure) in
            // Once a commit, so that entries say when they were written down.
            let situation = try self.situation(for: closing.command).at(closing.horizon.moment)
            var count = 0
            for number in members where left > 0 {
                count += 1
                guard let member = try member(number) else { continue }
                var desk = Desk(member, in: situation.with(next: projections.position.next))
                // The personal data of who left so many days ago goes.
                let isErased = closing.horizon.erases(MemberDue(member))
                try deciding { () throws(Refusal) in
                    try desk.settle()
                    if isErased { try desk.eraseDue() }
                }
                try append(desk)
                left -= desk.entries.count
                if isErased { try erasePersonalData(of: member) }
            }
            return count
        }
        entriesLeft = max(0, left)
        return count
    }
}
