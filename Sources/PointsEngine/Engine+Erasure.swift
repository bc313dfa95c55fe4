internal import PointsCore
internal import PointsStore

// MARK: - Personal data goes

extension Engine {
    /// Erases the personal data of somebody who has left, because somebody asks for it.
    func erase(_ erasure: EraseMember, in situation: Situation) throws(CommandFailure) -> Reply {
        let member = try member(erasure.member, in: situation)
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.erase(forgetting: erasure.forgets) }
        try erasePersonalData(of: member, forgetting: erasure.forgets)
        return try finish(desk)
    }

    /// Removes whatever names a person, in the commit of the entry that says so.
    ///
    /// Every erasure goes through here, whoever asks for it. Who became part of the member is the same person.
    func erasePersonalData(
        of member: Member, forgetting isForgotten: Bool = false
    ) throws(CommandFailure) {
        try storing { () throws(StoreError) in
            for number in member.numbers {
                try store.erasePersonalData(of: number)
                if isForgotten { try store.forget(number) }
            }
        }
    }

    /// Whether what was erased may still be in the log, and it is time to try to take it out.
    var isWipingDue: Bool {
        !isBroken && store.owesWiping && setup.clock() >= nextWiping
    }

    /// Takes what was erased out of the log; as long as somebody reads it, it is tried again now and then.
    func wipe() throws(StoreError) {
        if try !store.wipe() {
            nextWiping = setup.clock().adding(seconds: EngineLimits.wipingRetrySeconds)
        }
    }

    /// Removes, as a day is closed, what is kept only so long about people who left and about who looked at whom.
    ///
    /// - Returns: Whether that was all.
    func removeWhatIsOld(for closing: DayClosing) throws(CommandFailure) -> Bool {
        let situation = try situation(for: closing.command)
        let months = situation.program.lifecycle.recogniseForMonths
        let leftBefore = Int64(closing.day.adding(months: -months).dayNumber)
        let lookedBefore = situation.calendar.end(
            of: closing.day.adding(days: -EngineLimits.auditDaysKept))
        let countMax = EngineLimits.removedRowsPerStep
        return try committing { () throws(CommandFailure) in
            try storing { () throws(StoreError) in
                let forgotten = try store.forget(leftBefore: leftBefore, atMost: countMax)
                let removed = try store.removeLooks(before: lookedBefore, atMost: countMax)
                return forgotten < countMax && removed < countMax
            }
        }
    }
}
