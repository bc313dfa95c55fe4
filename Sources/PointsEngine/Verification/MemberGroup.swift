internal import PointsCore
internal import PointsStore

/// The members of a range, as their entries leave them.
struct MemberGroup {
    /// Their row numbers.
    let range: ClosedRange<Int64>
    /// Members whose chain is broken: what follows the first break means nothing.
    private var broken: Set<Int64> = []
    /// Where each stands in ``members``, by number from the first of the range; −1 for those who are not here.
    private var places: [Int32] = []
    private var members: [Member] = []

    init(_ range: ClosedRange<Int64>) {
        self.range = range
    }

    /// Members so far.
    var count: Int { members.count }

    /// Whether every chain so far could be followed.
    var isWhole: Bool { broken.isEmpty }

    /// The members in the order of their first entries.
    var all: [Member] { members }

    func isBroken(_ number: Int64) -> Bool { broken.contains(number) }

    func member(_ number: Int64) -> Member? { place(of: number).map { members[$0] } }

    private func place(of number: Int64) -> Int? {
        let index = number - range.lowerBound
        guard index >= 0, index < Int64(places.count), places[Int(index)] >= 0 else { return nil }
        return Int(places[Int(index)])
    }

    private mutating func add(_ member: Member) {
        let index = Int(member.id.number - range.lowerBound)
        while places.count <= index { places.append(-1) }
        places[index] = Int32(members.count)
        members.append(member)
    }

    /// Leaves out a member from here on.
    mutating func leaveOut(_ number: Int64) { broken.insert(number) }

    /// Folds an entry and checks what it says of the member afterwards.
    ///
    /// - Throws: The ``LedgerFault`` of the first invariant that does not hold; the member is then left out, unless
    ///   only the balance in the entry is wrong.
    mutating func fold(_ entry: Entry, hash: [UInt8]) throws(LedgerFault) {
        let place = place(of: entry.member)
        let before = place.map { members[$0] }
        let after: Member
        do throws(LedgerFault) {
            after = try Member.folding(entry, hash: hash, into: before)
            guard after.id.number == entry.member else { throw .memberMissing(entry.member) }
        } catch {
            leaveOut(entry.member)
            throw error
        }
        if let place {
            members[place] = after
        } else {
            add(after)
        }
        try MemberGroup.check(entry, before: before, after: after)
    }

    /// Invariants 3 and 5: a hold is placed by its own entry and ends once; the balance in an entry is what its postings
    /// and all before it come to.
    private static func check(
        _ entry: Entry, before: Member?, after: Member
    ) throws(LedgerFault) {
        for hold in entry.touchedHolds {
            let isOpen = after.wallet.hold(hold) != nil
            guard before?.wallet.hold(hold) != nil, isOpen != entry.endedHolds.contains(hold)
            else { throw .holdMissing(hold) }
        }
        if case .holdPlaced = entry.event, after.wallet.hold(entry.position) == nil {
            throw .holdMissing(entry.position)
        }
        let kept = entry.after
        let wallet = after.wallet
        guard kept.available == wallet.available, kept.pending == wallet.pending,
            kept.held == wallet.held, kept.debt == wallet.debt
        else { throw .balanceWrong(kept: kept.available, folded: wallet.available) }
    }

    /// What all wallets come to.
    func totals() -> WalletTotals {
        var totals = WalletTotals()
        for member in members { totals.add(member.wallet) }
        return totals
    }
}
