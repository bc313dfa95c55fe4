internal import PointsCore
internal import Synchronization

/// One side of a back-test: it judges every sale, in the journal's order.
final class BacktestSide: Sendable {
    private let rules: Rules
    private let state = Mutex(State())

    private struct State {
        var outcomes: [RehearsedOutcome] = []
        var caps = RehearsedCaps()
    }

    /// By which rules a sale is judged.
    enum Rules: Sendable {
        /// One set for all.
        case one(Ruleset)
        /// The set by which each was judged when it was recorded, by the entry that activated it.
        case ofTheSale([JournalPosition: Ruleset])
    }

    init(_ rules: Rules) {
        self.rules = rules
    }

    /// Judges the next sales.
    func judge(_ sales: [StandingSale]) {
        state.withLock { state in
            state.outcomes = sales.map { outcome(of: $0, &state.caps) }
        }
    }

    /// What the last sales came to, in their order.
    func takeOutcomes() -> [RehearsedOutcome] {
        state.withLock { state in
            defer { state.outcomes = [] }
            return state.outcomes
        }
    }

    private func outcome(of sale: StandingSale, _ caps: inout RehearsedCaps) -> RehearsedOutcome {
        let purchase = sale.purchase
        switch rules {
        case .one(let ruleset):
            // Caps over several orders count from the first sale of the period on.
            let rooms = caps.rooms(under: ruleset, for: purchase.member, on: sale.day)
            let outcome = purchase.rehearsed(
                under: ruleset, left: sale.left, rooms: rooms)
            caps.count(
                outcome.awards, under: ruleset, within: rooms, to: purchase.member, on: sale.day)
            return outcome
        case .ofTheSale(let known):
            guard let ruleset = known[purchase.ruleset] else {
                preconditionFailure("a sale whose rules are not known is not judged")
            }
            return purchase.rehearsed(
                under: ruleset, left: sale.left, rooms: RuleRooms(of: purchase.recorded))
        }
    }
}
