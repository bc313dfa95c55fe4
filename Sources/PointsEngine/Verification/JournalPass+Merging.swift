internal import PointsCore

// MARK: - What leaves one member comes into another

extension JournalPass {
    /// Checks that whoever leaves one member in a merge comes into the other by the next entry, with just as much.
    mutating func follow(movesOf entry: Entry, into found: inout Verification) {
        defer { departure = entry.movesOn ? entry : nil }
        guard let left = departure else {
            if entry.arrivesFrom != nil { note(entry, into: &found) }
            return
        }
        guard entry.arrivesFrom == left.member, entry.sumsOnTheWay == left.sumsOnTheWay.mapValues(-)
        else { return note(left, into: &found) }
    }

    /// Whoever left last must have arrived.
    func checkArrival(into found: inout Verification) {
        if let departure { note(departure, into: &found) }
    }

    private func note(_ entry: Entry, into found: inout Verification) {
        found.note(
            .init(
                invariant: "merge.whole", member: entry.member, transaction: entry.position,
                detail: "what leaves one member in a merge does not come into another by it"))
    }
}

extension Entry {
    /// Whether somebody leaves one member for another by it.
    fileprivate var movesOn: Bool {
        switch event {
        case .mergedInto, .released: true
        default: false
        }
    }

    /// The number of the member from whom somebody comes by it.
    fileprivate var arrivesFrom: Int64? {
        switch event {
        case .absorbed(let absorbed): absorbed.member.number
        case .cameApart(let parted): parted.other.number
        default: nil
        }
    }

    /// Points on the account between the two, by company.
    fileprivate var sumsOnTheWay: [String: Int64] {
        var sums: [String: Int64] = [:]
        for posting in postings {
            if case .merged(let company) = posting.account {
                sums[company, default: 0] &+= posting.points
            }
        }
        return sums.filter { $0.value != 0 }
    }
}
