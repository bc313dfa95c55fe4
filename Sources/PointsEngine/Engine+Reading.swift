internal import PointsCore
internal import PointsStore

// MARK: - Commands that only look

extension Engine {
    /// Answers a command that changes nothing.
    func look(_ command: Command) throws(CommandFailure) -> Reply {
        let situation = try situation(for: command)
        switch command.action {
        case .getMember(let reference, let parts):
            let member = try member(reference, in: situation)
            let settled = try settled(member, in: situation)
            var view = try view(of: settled, under: situation.rules, at: situation.now)
            view.add(parts, of: settled, in: situation)
            return asking(
                settled, in: situation,
                .member(
                    view, settled.wallet.balance(at: situation.now, in: situation.calendar),
                    try self.parts(parts, of: member, settled: settled, in: situation)))
        case .balance(let reference, let at, let recordedBy):
            let moment = at ?? command.envelope.occurredAt
            return try balance(of: reference, at: moment, recordedBy: recordedBy, in: situation)
        case .history(let page):
            let member = try named(page.member, in: situation)
            let (entries, next) = try entries(of: member, on: page)
            return asking(member, in: situation, .history(entries, next: next))
        case .listConsents(let page): return try consents(page, in: situation)
        case .listMembers(let page): return try list(page, in: situation)
        case .listOffers(let reference): return try offers(to: reference, in: situation)
        case .export(let page): return try export(page, in: situation)
        case .search(let search): return try self.search(search, in: situation)
        case .listAudit(let page): return try listAudit(page, in: situation)
        case .quote(let sale): return try quote(sale, in: situation)
        case .getPurchase(let reference, let language):
            return try look(at: reference, explaining: language, in: situation)
        case .getHold(let id): return try hold(id, in: situation)
        case .withdraw(let withdrawal):
            return try previewWithdrawal(withdrawal, in: situation)
        case .merge(let merge): return try self.merge(merge, in: situation)
        case .unmerge(let merge): return try unmerge(merge, in: situation)
        case .currentRules(let at):
            return try currentRules(at: at ?? situation.now, in: situation)
        case .checkRules(let content):
            return .rulesCheck(
                try deciding { () throws(Refusal) in try setup.checkRules(content) })
        case .health:
            return .health(entries: projections.position, owesErasure: store.owesWiping)
        default:
            throw .refused(.internalFault("\(command.envelope.method) took a wrong turn"))
        }
    }

    private func look(
        at reference: PurchaseReference, explaining language: Language?, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let purchase = try purchase(reference)
        let explanation = try language.map { (language) throws(CommandFailure) in
            purchase.explanation(under: try rules(of: purchase), in: language)
        }
        guard let buyer = try answering(for: purchase.member) else {
            return .purchase(purchase, nil, explanation)
        }
        var desk = Desk(buyer, in: situation)
        let settled = try deciding { () throws(Refusal) in try desk.settled(purchase) }
        let wallet = desk.member?.wallet ?? buyer.wallet
        return asking(
            buyer, in: situation,
            .purchase(
                settled.shown(beside: wallet),
                wallet.balance(at: situation.now, in: situation.calendar), explanation))
    }

    /// The member with everything written down that is true at the situation's moment; nothing is kept of it.
    func settled(_ member: Member, in situation: Situation) throws(CommandFailure) -> Member {
        var desk = Desk(member, in: situation)
        try deciding { () throws(Refusal) in try desk.settle() }
        return desk.member ?? member
    }

    /// The balance of the settled member.
    private func judged(_ member: Member, in situation: Situation) throws(CommandFailure) -> Balance
    {
        try settled(member, in: situation).wallet
            .balance(at: situation.now, in: situation.calendar)
    }

    /// A hold as it is at the situation's moment, whether or not its end was written down.
    private func hold(
        _ id: JournalPosition, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let (view, number, _) = try hold(id)
        let isOver = view.status == .open && view.placed.expiresAt <= situation.now
        guard let member = try answering(for: number) else { throw .refused(.memberUnknown) }
        let shown = HoldView(
            id: view.id, placed: view.placed, status: isOver ? .expired : view.status,
            captured: view.captured)
        return asking(
            member, in: situation, .hold(shown, try judged(member, in: situation)))
    }

    private func balance(
        of reference: MemberReference, at instant: Instant?, recordedBy: Instant?,
        in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        let moment = instant ?? recordedBy ?? situation.now
        let then = situation.at(moment)
        guard instant != nil || recordedBy != nil else {
            return asking(member, in: then, .balance(member.id, try judged(member, in: then)))
        }
        var entries: [Entry] = []
        try walk(from: member.head.position) { entry throws(CommandFailure) in
            let isKnown = recordedBy.map { entry.cause.recordedAt <= $0 } ?? true
            if entry.cause.occurredAt <= moment && isKnown { entries.append(entry) }
            return true
        }
        var recollection = Recollection()
        for entry in entries.reversed() { recollection.add(entry) }
        return asking(
            member, in: then,
            .balance(member.id, try judged(recollection.member(like: member), in: then)))
    }

    /// A page of a member's entries, newest first, and where the next begins.
    func entries(
        of member: Member, on page: HistoryPage
    ) throws(CommandFailure) -> (entries: [Entry], next: JournalPosition?) {
        var start = member.head.position
        if let from = page.from {
            guard let entry = try entry(at: from), entry.member == member.id.number else {
                throw .refused(
                    .invalidParams(
                        pointer: "/cursor", expected: "the cursor of a page of this member"))
            }
            start = from
        }
        var entries: [Entry] = []
        var next: JournalPosition?
        try walk(from: start) { entry throws(CommandFailure) in
            guard entries.count < page.limit else {
                next = entry.position
                return false
            }
            entries.append(entry)
            return true
        }
        return (entries, next)
    }

    /// A member's entries, newest first, as long as `visit` asks for more.
    func walk(
        from position: JournalPosition, _ visit: (Entry) throws(CommandFailure) -> Bool
    ) throws(CommandFailure) {
        var position = position
        while position > .none {
            guard let entry = try entry(at: position) else {
                throw .refused(
                    .internalFault("entry \(position.number) is missing; run meguri verify"))
            }
            guard try visit(entry) else { return }
            position = entry.previous
        }
    }
}
