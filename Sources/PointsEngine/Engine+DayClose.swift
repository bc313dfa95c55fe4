internal import PointsCore
internal import PointsStore

// MARK: - Closing a day

extension Engine {
    /// Carries out a command that commits by itself.
    func answerAlone(_ command: Command) throws(CommandFailure) -> Reply {
        switch command.action {
        case .closeDay(let day): return try close(day, for: command)
        case .verify:
            try storing { () throws(StoreError) in try projections.flush() }
            return .verification(try storing { () throws(StoreError) in try verification() })
        default:
            throw .refused(.internalFault("\(command.envelope.method) took a wrong turn"))
        }
    }

    /// Writes down what time has brought about by the end of the day, then seals the day.
    ///
    /// Works in commits of so many members. A run that is interrupted is simply run again: what is written down already
    /// is not due any more.
    private func close(_ day: CivilDate, for command: Command) throws(CommandFailure) -> Reply {
        if let receipt = try replay(command) { return .done(receipt) }
        let situation = try situation(for: command)
        if let sealed = try seal(of: day) {
            return .done(try receipt(for: sealed, isReplay: false))
        }
        // The engine's clock decides what has ended, not the sender's.
        let now = situation.cause.recordedAt
        try checkClosable(day, today: situation.calendar.businessDay(of: now))
        let dayEnd = situation.calendar.end(of: day)
        var first: Int64 = 1
        while first <= projections.program.memberCount {
            let last = min(
                first + EngineLimits.closeMembersPerCommit - 1, projections.program.memberCount)
            try committing { () throws(CommandFailure) in
                // Once a commit, so that entries say when they were written down.
                let situation = try self.situation(for: command).at(min(now, dayEnd))
                try settle(first...last, closing: day, in: situation)
            }
            flushIfLarge()
            first = last + 1
        }
        return try committing { () throws(CommandFailure) in
            let situation = try self.situation(for: command)
            let book = try storing { () throws(StoreError) in try projections.day(day) }
            let desk = Desk(programAt: projections.program.head.position, in: situation)
            return try finish(desk) { desk throws(Refusal) in
                try desk.append(.dayClosed((book ?? DayBook(day: day)).seal))
            }
        }
    }

    private func settle(
        _ members: ClosedRange<Int64>, closing day: CivilDate, in situation: Situation
    ) throws(CommandFailure) {
        for number in members {
            guard let member = try member(number) else { continue }
            var desk = Desk(member, in: situation.with(next: projections.position.next))
            try deciding { () throws(Refusal) in try desk.settle() }
            try append(desk)
            try eraseIfDue(member, closing: day, in: situation)
        }
    }

    /// Forgets the personal data of a member who left so many days ago.
    private func eraseIfDue(
        _ member: Member, closing day: CivilDate, in situation: Situation
    ) throws(CommandFailure) {
        guard let departure = member.departure else { return }
        let due = situation.calendar.businessDay(of: departure.at)
            .adding(days: situation.program.lifecycle.eraseAfterDays)
        guard due <= day else { return }
        try storing { () throws(StoreError) in try store.eraseProfile(of: member.id.number) }
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
