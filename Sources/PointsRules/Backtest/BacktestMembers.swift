internal import PointsCore

/// For whom the draft changes what.
package struct BacktestMembers: Hashable, Sendable {
    /// Members to whom the draft gives more.
    package private(set) var gaining: Int64 = 0
    /// Members to whom it gives less.
    package private(set) var losing: Int64 = 0
    /// Members to whom it gives as much.
    package private(set) var staying: Int64 = 0
    /// Those who gain most.
    package private(set) var winners: [BacktestMember] = []
    /// Those who lose most.
    package private(set) var losers: [BacktestMember] = []

    /// What both sides give to a member.
    struct Sum: Hashable, Sendable {
        private(set) var active: Int64 = 0
        private(set) var draft: Int64 = 0

        /// No member could ever hold as many points as would be cut off here.
        mutating func add(_ active: RehearsedOutcome, _ draft: RehearsedOutcome) {
            self.active = Int64(clamping: Int128(self.active) + Int128(active.points))
            self.draft = Int64(clamping: Int128(self.draft) + Int128(draft.points))
        }
    }

    /// - Parameters:
    ///   - sums: What both sides give to each member.
    ///   - top: How many winners and losers are named.
    init(_ sums: [MemberID: Sum], top: Int) {
        for (id, sum) in sums {
            let member = BacktestMember(id: id, active: sum.active, draft: sum.draft)
            switch member.difference.signum() {
            case 1:
                gaining += 1
                BacktestMembers.insert(member, into: &winners, top: top)
            case -1:
                losing += 1
                BacktestMembers.insert(member, into: &losers, top: top)
            default: staying += 1
            }
        }
    }

    /// Puts a member in its place, if that is among the foremost.
    private static func insert(
        _ member: BacktestMember, into list: inout [BacktestMember], top: Int
    ) {
        if list.count == top {
            guard let last = list.last, BacktestMember.changesMore(member, last) else { return }
            list.removeLast()
        }
        let place = list.firstIndex { BacktestMember.changesMore(member, $0) } ?? list.count
        list.insert(member, at: place)
    }
}
