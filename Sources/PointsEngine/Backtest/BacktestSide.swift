internal import PointsCore
internal import Synchronization

/// One side of a back-test: it judges every sale, in the journal's order.
final class BacktestSide: Sendable {
    private let rules: Rules
    private let outcomes = Mutex<[RehearsedOutcome]>([])

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
        outcomes.withLock { $0 = sales.map(outcome) }
    }

    /// What the last sales came to, in their order.
    func takeOutcomes() -> [RehearsedOutcome] {
        outcomes.withLock { outcomes in
            defer { outcomes = [] }
            return outcomes
        }
    }

    private func outcome(of sale: StandingSale) -> RehearsedOutcome {
        sale.purchase.rehearsed(
            under: ruleset(for: sale.purchase), left: sale.left, buyer: sale.buyer?.status)
    }

    private func ruleset(for purchase: Purchase) -> Ruleset {
        switch rules {
        case .one(let ruleset): return ruleset
        case .ofTheSale(let known):
            guard let ruleset = known[purchase.ruleset] else {
                preconditionFailure("a sale whose rules are not known is not judged")
            }
            return ruleset
        }
    }
}
