internal import PointsCore
internal import PointsStore

// MARK: - Answers made from entries

extension Engine {
    /// The answer that an entry stands for: the same now and when its key is used again.
    func receipt(for entry: Entry, isReplay: Bool) throws(CommandFailure) -> Receipt {
        var receipt = try plainReceipt(for: entry, isReplay: isReplay)
        receipt.questions = try questions(answering: entry)
        return receipt
    }

    private func plainReceipt(
        for entry: Entry, isReplay: Bool
    ) throws(CommandFailure) -> Receipt {
        switch entry.event {
        case .joined, .identityLinked, .identityUnlinked, .identityReplaced, .registered,
            .suspended, .resumed, .absorbed, .mergedInto, .released, .cameApart, .withdrawn,
            .rejoined,
            .balanceOpened, .profileChanged, .erased:
            guard let member = try member(entry.member) else {
                throw .refused(.memberUnknown)
            }
            let isRecognised = if case .rejoined = entry.event { true } else { false }
            return Receipt(
                entry: entry, isReplay: isReplay,
                member: isReplay
                    ? try view(of: member, after: entry)
                    : try view(
                        of: member, under: try rules(activatedBy: entry.cause.ruleset),
                        at: entry.cause.occurredAt),
                isRecognised: isRecognised)
        case .purchaseRecorded(let recorded):
            return Receipt(
                entry: entry, isReplay: isReplay, purchase: Purchase(entry),
                tier: try tierView(of: recorded, in: entry),
                replaced: try recorded.replacement.map { (replacement) throws(CommandFailure) in
                    try replaced(replacement)
                })
        case .purchaseConfirmed(let confirmed):
            return Receipt(
                entry: entry, isReplay: isReplay,
                purchase: try purchase(.id(confirmed.purchase)))
        case .purchaseReturned(let returned):
            return Receipt(
                entry: entry, isReplay: isReplay, purchase: try purchase(.id(returned.purchase)))
        case .holdPlaced(let placed):
            return Receipt(
                entry: entry, isReplay: isReplay,
                hold: HoldView(id: entry.position, placed: placed, status: .open))
        case .holdReleased(let hold):
            return Receipt(entry: entry, isReplay: isReplay, hold: try self.hold(hold).view)
        case .rulesActivated(let activated):
            return Receipt(
                entry: entry, isReplay: isReplay,
                changes: try changes(by: activated, at: entry.position))
        case .granted, .adjusted, .orderVoided, .unreceiptedReturned, .activityRecorded,
            .offerClaimed,
            .holdTimedOut,
            .lotsExtended, .lotsExpired, .pendingMatured, .tierReviewed, .dayClosed,
            .consentsRecorded, .preferencesSet, .policyPublished:
            return Receipt(entry: entry, isReplay: isReplay)
        }
    }

    private func replaced(
        _ replacement: Replacement
    ) throws(CommandFailure) -> Receipt.Replaced {
        let back = try entry(at: replacement.returnedBy)
        guard let back, case .purchaseReturned(let returned) = back.event else {
            throw .refused(.internalFault("the return of a replaced purchase is missing"))
        }
        return Receipt.Replaced(
            purchase: try purchase(.id(replacement.purchase)), returned: returned,
            shortfall: replacement.shortfall)
    }

    /// The member as the entry left them: status, dates and rank are the entry's, whatever has come since.
    private func view(of member: Member, after entry: Entry) throws(CommandFailure) -> MemberView {
        let (status, joinedOn) = try period(of: entry)
        switch entry.event {
        case .withdrawn, .erased:
            return MemberView(
                id: member.id, status: .withdrawn, joinedOn: joinedOn, tier: nil, identities: [])
        default: break
        }
        return MemberView(
            id: member.id, status: status, joinedOn: joinedOn,
            tier: try tierView(after: entry, joinedOn: joinedOn),
            identities: try identities(of: member, asOf: entry.position))
    }

    /// The rank as the entry left it, folded anew from the member's entries up to it.
    private func tierView(
        after entry: Entry, joinedOn: CivilDate
    ) throws(CommandFailure) -> TierView? {
        let rules = try rules(activatedBy: entry.cause.ruleset)
        guard let policy = rules.tiers else { return nil }
        var changes: [Entry] = []
        try walk(from: entry.position) { entry throws(CommandFailure) in
            if TierRecord.isChanged(by: entry.event) { changes.append(entry) }
            return true
        }
        var record = TierRecord()
        for change in changes.reversed() { record.apply(change) }
        return TierView(
            record, joinedOn: joinedOn, under: policy, reviewedBy: try tierTimeline(),
            at: entry.cause.occurredAt, in: rules.program.calendar)
    }

    /// The buyer's rank as a sale left it, if it counts.
    private func tierView(
        of recorded: PurchaseRecorded, in entry: Entry
    ) throws(CommandFailure) -> TierView? {
        guard let step = recorded.tierStep, let joinedOn = recorded.standing.memberSince else {
            return nil
        }
        let rules = try rules(activatedBy: entry.cause.ruleset)
        return rules.tiers.map {
            TierView(
                step.standing, basis: step.basis, joinedOn: joinedOn, under: $0,
                in: rules.program.calendar)
        }
    }

    /// Where the member stood by an entry, and when the membership period began in which it lies.
    private func period(
        of entry: Entry
    ) throws(CommandFailure) -> (status: MemberStatus, joinedOn: CivilDate) {
        var (status, joinedOn): (MemberStatus?, CivilDate?)
        try walk(from: entry.position) { entry throws(CommandFailure) in
            status = status ?? entry.event.status
            joinedOn = joinedOn ?? entry.event.joinedAnewOn ?? entry.event.joined?.on
            return status == nil || joinedOn == nil
        }
        guard let status, let joinedOn else {
            throw .refused(.internalFault("entry \(entry.position.number) follows no joining"))
        }
        return (status, joinedOn)
    }
}
