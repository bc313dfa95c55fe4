/// What makes points one lot.
struct Lot: Hashable, Comparable {
    let isLimited: Bool
    let company: String
    let grantedOn: Int
    var lastDay: Int
    /// Whether activity moves the last day on.
    let followsActivity: Bool

    /// "Soonest expiry first; among equals limited classes first, then oldest grant; lots without expiry last".
    static func < (left: Lot, right: Lot) -> Bool { left.order < right.order }

    private var order: (Int, Int, Int, Int, String) {
        (lastDay, isLimited ? 0 : 1, grantedOn, followsActivity ? 1 : 0, company)
    }

    /// Whether both are points of one grant, though activity may have moved one of them on.
    func isSameGrant(as other: Lot) -> Bool {
        var other = other
        if followsActivity && other.followsActivity { other.lastDay = lastDay }
        return self == other
    }

    var name: String {
        let last = lastDay == Lasting.never ? "for ever" : "to \(Times.text(ofDay: lastDay))"
        let moves = followsActivity ? " moving" : ""
        return
            "\(isLimited ? "limited" : "standard") \(company) of \(Times.text(ofDay: grantedOn)) \(last)\(moves)"
    }
}
