// MARK: - Activity that moves expiry on

extension Desk {
    /// Moves the last day of the balance on, if the program counts any of these activities.
    ///
    /// An activity of an earlier day never moves it back, and who is away has no balance to move.
    mutating func moveExpiry(for activities: Set<Activity>) throws(Refusal) {
        guard let member, member.status != .withdrawn,
            case .afterActivity(_, _, let qualifying) = situation.program.validity,
            !qualifying.isDisjoint(with: activities),
            let day = situation.program.validity.expiry(grantedOn: situation.today)
        else { return }
        if let known = member.wallet.activeUntil, known >= day { return }
        try append(
            .lotsExtended(until: day),
            member.wallet.extensionPostings(until: day, on: situation.today))
    }
}
