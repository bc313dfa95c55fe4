// MARK: - Activity that moves expiry on

extension Desk {
    /// Moves the last day of the balance on, if the program counts any of these activities.
    ///
    /// An activity of an earlier day never moves it back, and who is away has no balance to move. What came in since the last
    /// one, by an import or a return of the member, joins the rest.
    mutating func moveExpiry(for activities: Set<Activity>) throws(Refusal) {
        guard let member, member.isThere,
            case .afterActivity(_, _, let qualifying) = situation.program.validity,
            !qualifying.isDisjoint(with: activities),
            let day = situation.program.validity.expiry(grantedOn: situation.today)
        else { return }
        let known = member.wallet.activeUntil
        let until = max(day, known ?? day)
        let postings = member.wallet.extensionPostings(until: until, on: situation.today)
        guard until != known || !postings.isEmpty else { return }
        try append(.lotsExtended(until: until), postings)
    }
}
