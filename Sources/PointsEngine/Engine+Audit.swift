internal import PointsCore
internal import PointsStore

// MARK: - Who looked at whom

extension Engine {
    /// Answers a question, and takes it into the audit log if the answer shows a person.
    func audited(_ command: Command) throws(CommandFailure) -> Reply {
        let reply = try look(command)
        audit(command, reply)
        return reply
    }

    private func audit(_ command: Command, _ reply: Reply) {
        guard let members = reply.shownMembers else { return }
        let envelope = command.envelope
        var (key, isUnmasked) = ("", true)
        switch command.action {
        case .getMember(let reference, _): key = reference.kindOfKey
        case .export(let page): key = page.member.kindOfKey
        case .listMembers(let page): key = page.segment
        case .listOffers(let reference): key = reference.kindOfKey
        case .listConsents(let page): key = page.member.kindOfKey
        case .merge(let merge), .unmerge(let merge): key = merge.survivor.kindOfKey
        case .withdraw(let withdrawal): key = withdrawal.member.kindOfKey
        case .search(let search):
            key = (try? SearchKey(search))?.kind ?? ""
            isUnmasked = search.isUnmasked
        case .listAudit(let page): key = page.member?.kindOfKey ?? ""
        default: break
        }
        looks.add(
            LookRow(
                at: setup.clock(), method: envelope.method, key: key, isUnmasked: isUnmasked,
                members: members.prefix(EngineLimits.auditMembersMax).map(\.number),
                shown: Int64(members.count), channel: envelope.channel, store: envelope.store,
                terminal: envelope.terminal, actor: envelope.actor))
    }

    /// A page of the audit log; a page that looked at many rows in vain may be short.
    func listAudit(_ page: AuditPage, in situation: Situation) throws(CommandFailure) -> Reply {
        let member = try page.member.map { (reference) throws(CommandFailure) in
            try named(reference, in: situation)
        }
        var rows: [(number: Int64, look: LookRow)] = []
        var next: Int64?
        try storing { () throws(StoreError) in
            try looks.write(to: store)
            let last = try page.to.map { (to) throws(StoreError) in
                try store.lastLook(before: to)
            }
            let first = try page.from.map { (from) throws(StoreError) in
                try store.lastLook(before: from) + 1
            }
            let start = min(page.start ?? Int64.max, last ?? Int64.max)
            var visited = 0
            try store.forEachLook(from: start, at: member?.id.number) { number, look in
                guard number >= first ?? 0 else { return false }
                guard rows.count < page.limit, visited < EngineLimits.auditRowsVisitedMax else {
                    next = number
                    return false
                }
                visited += 1
                if page.actor == nil || page.actor == look.actor { rows.append((number, look)) }
                return true
            }
        }
        var list: [AuditedLook] = []
        for row in rows { list.append(try view(of: row.look, number: row.number)) }
        return .audit(list, next: next)
    }

    private func view(of look: LookRow, number: Int64) throws(CommandFailure) -> AuditedLook {
        var members: [MemberID] = []
        for number in look.members {
            if let member = try member(number) { members.append(member.id) }
        }
        return AuditedLook(
            number: number, at: look.at, method: look.method, key: look.key,
            isUnmasked: look.isUnmasked, members: members, shown: look.shown,
            channel: look.channel, store: look.store, terminal: look.terminal, actor: look.actor)
    }

    /// Writes down the looks that wait, in a commit of their own.
    func flushAudit() throws(StoreError) {
        guard !looks.isEmpty else { return }
        try store.begin()
        do throws(StoreError) {
            try commit()
        } catch {
            store.rollback()
            looks.rolledBack()
            throw error
        }
    }
}

extension Reply {
    /// Whom the reply to a question shows; `nil` if it shows nobody by what names them.
    fileprivate var shownMembers: [MemberID]? {
        switch self {
        case .member(let view, _, _): [view.id]
        case .export(let page): [page.member]
        case .segment(let view): view.members.map(\.id)
        case .offers(let id, _, _): [id]
        case .found(let hits, _): hits.map(\.id)
        case .audit(let looks, _):
            Array(Set(looks.flatMap(\.members))).sorted { $0.number < $1.number }
        case .asking(_, let reply): reply.shownMembers
        case .consents(let view): [view.member]
        case .done(let receipt): receipt.member.map { [$0.id] }
        default: nil
        }
    }
}

extension MemberReference {
    /// What it names a member by; never the value.
    fileprivate var kindOfKey: String {
        switch self {
        case .id: "id"
        case .identity(let kind, _): kind
        }
    }
}
