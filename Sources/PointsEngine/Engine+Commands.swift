internal import PointsCore
internal import PointsStore

extension Action {
    /// Whether the command commits by itself, or not at all, instead of riding in a group.
    var standsAlone: Bool {
        if case .rehearseRules = self { true } else { self == .verify || closesDay }
    }
}

// MARK: - One command

extension Engine {
    /// Decides a command and appends what follows from it.
    func answer(_ command: Command) throws(CommandFailure) -> Reply {
        guard command.action.isChange else { return try audited(command) }
        if let receipt = try replay(command) { return .done(receipt) }
        let situation = try situation(for: command)
        switch command.action {
        case .join, .rejoin, .openBalance, .link, .unlink, .replaceIdentity, .register, .suspend,
            .resume, .merge, .unmerge, .withdraw, .update, .erase:
            return try changeMembership(by: command, in: situation)
        case .grant(let grant):
            try deciding { () throws(Refusal) in
                try situation.requireSecondActor(for: grant.points, approvedBy: grant.approvedBy)
            }
            let company = try issuer(in: situation)
            return try change(grant.member, in: situation) { desk throws(Refusal) in
                try desk.grant(grant, company: company)
            }
        case .adjust(let adjustment):
            try deciding { () throws(Refusal) in
                try situation.requireSecondActor(
                    for: adjustment.points, approvedBy: adjustment.approvedBy)
            }
            let company = try issuer(in: situation)
            return try change(adjustment.member, in: situation) { desk throws(Refusal) in
                try desk.adjust(
                    by: adjustment.points, reason: adjustment.reason,
                    approvedBy: adjustment.approvedBy, company: company)
            }
        case .placeHold(let hold):
            return try change(hold.member, in: situation) { desk throws(Refusal) in
                try desk.place(hold)
            }
        case .releaseHold(let id): return try release(id, in: situation)
        case .record(let sale): return try record(sale, in: situation)
        case .confirm(let shipment):
            return try work(on: shipment.purchase, in: situation) {
                desk, purchase, rules throws(Refusal) in
                try desk.confirm(shipment.pieces, of: purchase, rules: rules)
            }
        case .returnPurchase(let back):
            return try work(on: back.purchase, in: situation) {
                desk, purchase, rules throws(Refusal) in
                try desk.takeBack(back.pieces, of: purchase, rules: rules)
            }
        case .void(let reference): return try void(reference, in: situation)
        case .replace(let reference, let sale):
            return try replace(reference, with: sale, in: situation)
        case .returnUnreceipted(let reference, let basket):
            try deciding { () throws(Refusal) in try situation.requireUnreceipted(basket) }
            let channel = try channel(situation.cause.channel, of: situation.rules)
            let member = try member(reference, in: situation)
            let desk = Desk(member, in: try self.situation(situation, for: member))
            return try finish(desk) { desk throws(Refusal) in
                try desk.takeBackUnreceipted(basket, in: channel)
            }
        case .recordActivity(let activity): return try record(activity, in: situation)
        case .claimOffer(let reference, let offer):
            return try claim(offer, for: reference, in: situation)
        case .recordConsents(let reference, let given):
            return try record(given, of: reference, in: situation)
        case .setPreferences(let reference, let settings):
            return try set(settings, of: reference, in: situation)
        case .publishPolicy(let publication): return try publish(publication, in: situation)
        case .activateRules(let activation): return try activate(activation, in: situation)
        case .closeDay, .getMember, .listMembers, .listOffers, .export, .search, .listAudit,
            .balance, .history,
            .listConsents, .quote, .getPurchase, .getHold,
            .currentRules, .checkRules, .rehearseRules, .health, .verify:
            throw .refused(.internalFault("\(command.envelope.method) took a wrong turn"))
        }
    }

    /// The answer that was given before under the command's key; `nil` if the key is new.
    ///
    /// - Throws: ``Refusal/idempotencyConflict(key:)``
    func replay(_ command: Command) throws(CommandFailure) -> Receipt? {
        let key = command.envelope.idempotencyKey
        let record = try storing { () throws(StoreError) in try projections.key(key) }
        guard let record else { return nil }
        guard record.content == contentHash(of: command.envelope) else {
            // A wrong parameter comes before a conflict in the order of the errors.
            _ = try situation(for: command)
            throw .refused(.idempotencyConflict(key: key))
        }
        return try receipt(forEntryAt: record.position)
    }

    /// The answer that was given before for an entry.
    func receipt(forEntryAt position: JournalPosition) throws(CommandFailure) -> Receipt {
        guard let entry = try entry(at: position) else {
            throw .refused(.internalFault("entry \(position.number) is missing"))
        }
        return try receipt(for: entry, isReplay: true)
    }

    /// Works on a member at a desk and appends what comes of it.
    func change(
        _ reference: MemberReference, in situation: Situation,
        _ work: (inout Desk) throws(Refusal) -> Void
    ) throws(CommandFailure) -> Reply {
        let member = try member(reference, in: situation)
        return try finish(Desk(member, in: situation), work)
    }

    /// Works at a desk and appends what comes of it.
    func finish(
        _ desk: Desk, _ work: (inout Desk) throws(Refusal) -> Void
    ) throws(CommandFailure) -> Reply {
        var desk = desk
        try deciding { () throws(Refusal) in try work(&desk) }
        return try finish(desk)
    }

    /// Appends what a desk has and answers from the command's own entry, the last that answers one.
    func finish(_ desk: Desk) throws(CommandFailure) -> Reply {
        try append(desk)
        return try finished(desk)
    }

    /// Answers from the command's own entry at a desk whose entries are appended.
    func finished(_ desk: Desk) throws(CommandFailure) -> Reply {
        guard let entry = desk.entries.last(where: \.event.answersCommand) else {
            throw .refused(.internalFault("a change without an entry"))
        }
        return .done(try receipt(for: entry, isReplay: false))
    }

    private func release(
        _ id: JournalPosition, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let (hold, number, end) = try hold(id)
        // Who releases twice gets the first answer: nothing is left to do.
        if let end, let first = try entry(at: end), case .holdReleased = first.event {
            return .done(try receipt(for: first, isReplay: true))
        }
        try requireOpen(hold)
        guard let member = try answering(for: number) else { throw .refused(.memberUnknown) }
        return try finish(Desk(member, in: situation)) { desk throws(Refusal) in
            try desk.release(hold.id)
        }
    }

    /// Refuses a hold that has ended.
    func requireOpen(_ hold: HoldView) throws(CommandFailure) {
        switch hold.status {
        case .open: break
        case .expired: throw .refused(.holdExpired(hold.id))
        case .captured, .released: throw .refused(.holdClosed(hold.id, hold.status))
        }
    }
}
