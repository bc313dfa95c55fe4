/// What makes points one lot.
struct Lot: Hashable, Comparable {
    let isLimited: Bool
    let company: String
    let grantedOn: Int
    var lastDay: Int
    /// Whether activity moves the last day on.
    let followsActivity: Bool

    /// "Soonest expiry first; among equals limited classes first, then oldest grant; lots without expiry last."
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

/// Points by lot.
typealias Lots = [Lot: Int64]

extension Lots {
    var points: Int64 { values.reduce(0, +) }

    /// Adds points to a lot, or takes them.
    mutating func add(_ points: Int64, to lot: Lot) {
        self[lot, default: 0] += points
        if self[lot] == 0 { self[lot] = nil }
    }

    mutating func add(_ others: Lots) {
        for (lot, points) in others { add(points, to: lot) }
    }

    /// Takes so many points, or what there is, in an order of lots; tells from which.
    mutating func take(_ points: Int64, in order: [Lot]) -> [(lot: Lot, points: Int64)] {
        var missing = points
        var taken: [(lot: Lot, points: Int64)] = []
        for lot in order {
            let part = Swift.min(missing, self[lot] ?? 0)
            guard part > 0 else { continue }
            missing -= part
            add(-part, to: lot)
            taken.append((lot, part))
        }
        return taken
    }
}
