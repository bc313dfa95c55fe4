internal import PointsCore
internal import PointsStore

// MARK: - Visitors who log in

extension Engine {
    /// Visitors become part of the member as whom they logged in, with their history; what they did in the days that the
    /// program counts earns now what it would have earned the member.
    ///
    /// - Returns: The member with them.
    func welcome(
        _ visitors: [Int64: Member], to member: Member, in situation: Situation
    ) throws(CommandFailure) -> Member {
        for visitor in visitors.sorted(by: { $0.key < $1.key }).map(\.value) {
            try take(visitor, into: member.id, in: situation)
            for activity in try countedActivities(of: visitor, in: situation) {
                try count(activity, for: member.id, in: situation)
            }
        }
        return try self.member(member.id.number) ?? member
    }

    private func take(
        _ visitor: Member, into id: MemberID, in situation: Situation
    ) throws(CommandFailure) {
        guard let member = try member(id.number) else { throw .refused(.memberUnknown) }
        let company = try issuer(in: situation)
        var leaving = Desk(visitor, in: situation.with(next: projections.position.next))
        try deciding { () throws(Refusal) in try leaving.leave(for: id, bookedOn: company) }
        var staying = Desk(member, in: situation.with(next: leaving.nextPosition))
        try deciding { () throws(Refusal) in
            try staying.absorb(visitor, bookedOn: company, isStep: true)
        }
        try append(leaving)
        try append(staying)
        try storing { () throws(StoreError) in
            try store.moveIdentities(of: visitor.id.number, to: id.number)
        }
    }

    /// What a visitor did within the days that the program counts, oldest first, the latest of very many.
    private func countedActivities(
        of visitor: Member, in situation: Situation
    ) throws(CommandFailure) -> [Entry] {
        let days = situation.program.lifecycle.visitsCountForDays
        guard days > 0 else { return [] }
        let first = situation.calendar.start(of: situation.today.adding(days: -days))
        var activities: [Entry] = []
        try walk(from: visitor.head.position) { entry throws(CommandFailure) in
            if case .activityRecorded = entry.event, entry.cause.occurredAt >= first,
                entry.cause.occurredAt <= situation.now
            {
                activities.append(entry)
            }
            return activities.count < EngineLimits.visitsCountedMax
        }
        return activities.reversed()
    }

    /// Something that a visitor did is judged as if the member had done it, under the rules of its day.
    ///
    /// What cannot be counted is passed over: nobody is kept from logging in by it.
    private func count(
        _ visit: Entry, for id: MemberID, in situation: Situation
    ) throws(CommandFailure) {
        guard case .activityRecorded(let recorded) = visit.event,
            let member = try member(id.number)
        else { return }
        // Once for whoever logged in first, however often the two come apart.
        let counted = try storing { () throws(StoreError) in
            try projections.order(OrderKey(visit: visit.position))
        }
        guard counted == nil else { return }
        let activity = RecordActivity(
            member: .id(id), activity: recorded.activity, subject: recorded.subject)
        let rules = try rules(activatedBy: visit.cause.ruleset)
        var cause = situation.cause
        cause.channel = visit.cause.channel
        cause.company = visit.cause.company
        cause.store = visit.cause.store
        cause.terminal = visit.cause.terminal
        cause.ruleset = visit.cause.ruleset
        cause.occurredAt = visit.cause.occurredAt
        cause.businessDay = Situation.bookingDay(
            for: rules.program.calendar.businessDay(of: cause.occurredAt),
            openDay: situation.openDay)
        let then = try self.situation(
            Situation(
                cause: cause, rules: rules, next: projections.position.next,
                openDay: situation.openDay, budgets: projections.program.budgets,
                tiers: situation.tiers), for: member)
        let spent = try spentRules(for: activity, by: member, in: then)
        let company = try issuer(in: then)
        var desk = Desk(member, in: then)
        do throws(Refusal) {
            try desk.record(
                activity, issuedBy: company, spent: spent, counting: visit.position)
        } catch {
            return
        }
        try append(desk)
    }
}
