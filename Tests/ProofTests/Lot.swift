/// What makes points one lot.
struct Lot: Hashable {
    /// Who was given the points, whoever may spend them since a merge.
    let whose: Int
    let isLimited: Bool
    let company: String
    let grantedOn: Int
    var lastDay: Int
    /// Whether activity moves the last day on.
    let followsActivity: Bool

    /// "Soonest expiry first; among equals limited classes first, then oldest grant; lots without expiry last".
    ///
    /// A member's own before those that came in with somebody else, in the order in which these joined.
    func isSpent(before other: Lot, by person: Int) -> Bool {
        order(for: person) < other.order(for: person)
    }

    private func order(for person: Int) -> (Int, Int, Int, Int, Int, String) {
        (
            lastDay, isLimited ? 0 : 1, grantedOn, followsActivity ? 1 : 0,
            whose == person ? -1 : whose, company
        )
    }

    /// Whether both are points of one grant, though activity may have moved one of them on.
    func isSameGrant(as other: Lot) -> Bool {
        var other = other
        if followsActivity && other.followsActivity { other.lastDay = lastDay }
        return self == other
    }

    /// The lot as it is told to a member.
    func name(for person: Int) -> String {
        let last = lastDay == Lasting.never ? "for ever" : "to \(Times.text(ofDay: lastDay))"
        let moves = followsActivity ? " moving" : ""
        let from = whose == person ? "" : " from #\(whose)"
        return
            "\(isLimited ? "limited" : "standard") \(company) of \(Times.text(ofDay: grantedOn)) \(last)\(moves)\(from)"
    }
}
