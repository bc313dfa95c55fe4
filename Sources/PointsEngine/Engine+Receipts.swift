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
        case .purchaseRecorded:
            return Receipt(entry: entry, isReplay: isReplay, purchase: Purchase(entry))
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
        case .granted, .adjusted, .holdTimedOut, .lotsExpired, .pendingMatured, .dayClosed,
            .rulesActivated:
            return Receipt(entry: entry, isReplay: isReplay)
        }
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
                id: view.id, status: .withdrawn, joinedOn: view.joinedOn, tier: view.tier,
                identities: [])
        default: return view
        }
    }
}
