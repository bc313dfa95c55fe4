internal import PointsCore
internal import PointsStore

// MARK: - Answers made from entries

extension Engine {
    /// The answer that an entry stands for: the same now and when its key is used again.
    func receipt(for entry: Entry, isReplay: Bool) throws(CommandFailure) -> Receipt {
        switch entry.event {
        case .joined, .identityLinked, .withdrawn, .rejoined, .balanceOpened:
            guard let member = try member(entry.member) else {
                throw .refused(.memberUnknown)
            }
            let isRecognised = if case .rejoined = entry.event { true } else { false }
            return Receipt(
                entry: entry, isReplay: isReplay, member: try view(of: member, after: entry),
                isRecognised: isRecognised)
        case .purchaseRecorded(let recorded):
            return Receipt(
                entry: entry, isReplay: isReplay, purchase: Purchase(entry),
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
        case .granted, .adjusted, .orderVoided, .unreceiptedReturned, .holdTimedOut,
            .lotsExtended, .lotsExpired, .pendingMatured, .dayClosed, .rulesActivated:
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

    /// The member as the entry left them: status and dates are the entry's, whatever has come since.
    private func view(of member: Member, after entry: Entry) throws(CommandFailure) -> MemberView {
        let view = try view(of: member, asOf: entry.position)
        switch entry.event {
        case .joined(let joined):
            return MemberView(
                id: view.id, status: joined.isProvisional ? .provisional : .active,
                joinedOn: joined.on, tier: view.tier, identities: view.identities)
        case .rejoined(let rejoined):
            return MemberView(
                id: view.id, status: .active, joinedOn: rejoined.on, tier: view.tier,
                identities: view.identities)
        case .withdrawn:
            return MemberView(
                id: view.id, status: .withdrawn,
                joinedOn: try joiningDay(of: member, before: entry), tier: view.tier,
                identities: [])
        default: return view
        }
    }

    /// The day on which the membership period began that an entry ends.
    private func joiningDay(
        of member: Member, before entry: Entry
    ) throws(CommandFailure) -> CivilDate {
        var day = member.joinedOn
        if member.head.position == entry.position { return day }
        // The member may have come back since.
        try walk(from: entry.previous) { earlier throws(CommandFailure) in
            if case .rejoined(let rejoined) = earlier.event {
                day = rejoined.on
                return false
            }
            guard let joined = earlier.event.joined else { return true }
            day = joined.on
            return false
        }
        return day
    }
}
