internal import PointsCore
internal import PointsStore

// MARK: - Members and what is kept about them

extension Engine {
    /// Changes what a member told about themself; the journal gets the names of the fields only.
    func update(_ update: UpdateMember, in situation: Situation) throws(CommandFailure) -> Reply {
        var changes: [String: String?] = [:]
        for field in Profile.names {
            guard let change = update.changes[field] else { continue }
            changes[field] = .some(
                try change.map { (value) throws(CommandFailure) in
                    try deciding { () throws(Refusal) in
                        try ProfileForm.kept(value, of: field, today: birthToday(in: situation))
                    }
                })
        }
        let member = try member(update.member, in: situation)
        let number = member.id.number
        let before = try storing { () throws(StoreError) in try store.profile(of: number) }
        var after = before ?? Profile(values: [:])
        for (field, value) in changes { after.values[field] = value }
        let fields = Profile.names.filter { after.values[$0] != before?.values[$0] }
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.update(fields: fields) }
        try storing { () throws(StoreError) in
            if after.values.isEmpty {
                try store.eraseProfile(of: number)
            } else {
                try store.keepProfile(after.text, of: number)
            }
        }
        return try finish(desk)
    }

    /// What a person who joins tells, as it is kept.
    func told(_ profile: Profile?, in situation: Situation) -> Profile? {
        profile.map { ProfileForm.kept($0, today: birthToday(in: situation)) }
    }

    /// The last day on which somebody can have been born: the clock's, whatever the sender says.
    private func birthToday(in situation: Situation) -> CivilDate {
        situation.calendar.businessDay(of: situation.cause.recordedAt)
    }

    /// A page of everything that is kept about a person.
    ///
    /// What happened comes page by page, because a history may be long and nobody else is answered meanwhile.
    func export(_ page: HistoryPage, in situation: Situation) throws(CommandFailure) -> Reply {
        let member = try named(page.member, in: situation)
        let (entries, next) = try entries(of: member, on: page)
        var purchases: [Purchase] = []
        var holds: [HoldView] = []
        for entry in entries {
            switch entry.event {
            case .purchaseRecorded: purchases.append(try purchase(.id(entry.position)))
            case .holdPlaced: holds.append(try hold(entry.position).view)
            default: break
            }
        }
        return .export(
            PersonExport(
                member: member.id,
                head: page.from == nil ? try head(of: member, in: situation) : nil,
                entries: entries, purchases: purchases, holds: holds, next: next))
    }

    private func head(
        of member: Member, in situation: Situation
    ) throws(CommandFailure) -> PersonExport.Head {
        let settled = try settled(member, in: situation)
        return PersonExport.Head(
            member: try view(of: settled, under: situation.rules, at: situation.now),
            profile: try profile(of: member),
            balance: settled.wallet.balance(at: situation.now, in: situation.calendar),
            lots: settled.wallet.lots)
    }

    /// What a member told about themself.
    func profile(of member: Member) throws(CommandFailure) -> Profile? {
        try storing { () throws(StoreError) in try store.profile(of: member.id.number) }
    }
}
