/// Points by lot.
typealias Lots = [Lot: Int64]

// MARK: - What comes in and goes out

extension Lots {
    var points: Int64 { values.reduce(0, +) }

    /// The lots in the order in which a member spends them.
    func order(for person: Int) -> [Lot] {
        keys.sorted { $0.isSpent(before: $1, by: person) }
    }

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
