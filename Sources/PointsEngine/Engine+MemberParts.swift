internal import PointsCore
internal import PointsStore

// MARK: - What is shown of a member

extension Engine {
    /// The parts that were asked for, of a member and of the same settled at the situation's moment.
    func parts(
        _ wanted: Set<MemberPart>, of member: Member, settled: Member, in situation: Situation
    ) throws(CommandFailure) -> MemberParts {
        var parts = MemberParts()
        if wanted.contains(.profile) {
            parts.profile = try profile(of: member) ?? Profile(values: [:])
        }
        if wanted.contains(.lots) { parts.lots = settled.wallet.lots }
        if wanted.contains(.rfm) {
            parts.customer = CustomerView(settled.value, on: situation.today)
        }
        if wanted.contains(.purchases) { parts.purchases = try newestPurchases(of: member) }
        if wanted.contains(.activities) { parts.activities = try newestActivities(of: member) }
        return parts
    }

    private func newestPurchases(of member: Member) throws(CommandFailure) -> [Purchase] {
        var purchases: [Purchase] = []
        try follow(try trails(of: member).flatMap(\.purchases)) { id throws(CommandFailure) in
            let purchase = try self.purchase(.id(id))
            purchases.append(purchase.shown(beside: member.wallet))
            return purchase.recorded.previous
        }
        return purchases
    }

    private func newestActivities(of member: Member) throws(CommandFailure) -> [Entry] {
        var entries: [Entry] = []
        try follow(try trails(of: member).flatMap(\.activities)) { id throws(CommandFailure) in
            guard let entry = try entry(at: id), case .activityRecorded(let recorded) = entry.event
            else { throw .refused(.internalFault("entry \(id.number) is no activity")) }
            entries.append(entry)
            return recorded.previous
        }
        return entries
    }

    /// Where the history of the person begins: the member's own, and that of everybody who became part of them.
    private func trails(of member: Member) throws(CommandFailure) -> [CustomerTrail] {
        var trails: [CustomerTrail] = []
        for number in member.numbers {
            if let part = try self.member(number) { trails.append(part.trail) }
        }
        return trails
    }

    /// Visits entries from the newest on, each of which names those before it, as many as a reply shows.
    private func follow(
        _ trail: [JournalPosition],
        _ visit: (JournalPosition) throws(CommandFailure) -> [JournalPosition]
    ) throws(CommandFailure) {
        var ahead = trail
        var count = 0
        while count < EngineLimits.memberPartEntriesMax, let next = ahead.max() {
            ahead.removeAll { $0 == next }
            ahead += try visit(next)
            count += 1
        }
    }
}
