internal import PointsCore
internal import PointsStore

/// The members of a range, as their entries leave them.
struct MemberGroup {
    /// Their row numbers.
    let range: ClosedRange<Int64>
    /// Members whose chain is broken: what follows the first break means nothing.
    private var broken: Set<Int64> = []
    /// Where each stands in ``members``: an entry of one member need not move another.
    private var places: [Int64: Int] = [:]
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

    func member(_ number: Int64) -> Member? { places[number].map { members[$0] } }

    /// Leaves out a member from here on.
    mutating func leaveOut(_ number: Int64) { broken.insert(number) }

    /// Folds an entry and checks what it says of the member afterwards.
    ///
    /// - Throws: The ``LedgerFault`` of the first invariant that does not hold; the member is then left out, unless
    ///   only the balance in the entry is wrong.
    mutating func fold(_ entry: Entry, hash: [UInt8]) throws(LedgerFault) {
        let place = places[entry.member]
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
            places[entry.member] = members.count
            members.append(after)
        }
        try MemberGroup.check(entry, before: before, after: after)
    }

    /// Invariants 3 and 5: a hold is placed by its own entry and ends once; the balance in an entry is what its postings
    /// and all before it come to.
    private static func check(
        _ entry: Entry, before: Member?, after: Member
    ) throws(LedgerFault) {
        if let ended = entry.event.endedHold,
            before?.wallet.hold(ended.id) == nil || after.wallet.hold(ended.id) != nil
        { throw .holdMissing(ended.id) }
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
