internal import PointsCore
internal import Synchronization

/// One side of a back-test: it judges everything, in the journal's order.
final class BacktestSide: Sendable {
    private let state: Mutex<State>

    private struct State {
        var rules: Rules
        var outcomes: [RehearsedOutcome] = []
    }

    /// By which rules something is judged.
    enum Rules: Sendable {
        /// One set for all.
        case one(Rehearsal)
        /// The set by which each was judged when it was recorded, by the entry that activated it.
        case ofThen([JournalPosition: Ruleset])
    }

    init(_ rules: Rules) {
        state = Mutex(State(rules: rules))
    }

    /// Judges what comes next.
    func judge(_ cases: [BacktestCase]) {
        state.withLock { state in
            state.outcomes = cases.map { state.rules.outcome(of: $0) }
        }
    }

    /// What it came to the last time, in order.
    func takeOutcomes() -> [RehearsedOutcome] {
        state.withLock { state in
            defer { state.outcomes = [] }
            return state.outcomes
        }
    }
}

extension BacktestSide.Rules {
    fileprivate mutating func outcome(of judged: BacktestCase) -> RehearsedOutcome {
        switch self {
        case .one(var rehearsal):
            // Nobody else holds what it has counted while it counts on.
            self = .ofThen([:])
            defer { self = .one(rehearsal) }
            switch judged {
            case .sale(let sale):
                return rehearsal.outcome(of: sale.purchase, left: sale.left, by: sale.person)
            case .activity(let done):
                return rehearsal.outcome(of: done.activity, by: done.person)
            }
        case .ofThen(let known):
            guard let rules = known[judged.ruleset] else {
                preconditionFailure("what was judged by unknown rules is not judged again")
            }
            switch judged {
            case .sale(let sale):
                return sale.purchase.rehearsedAsSold(under: rules, left: sale.left)
            case .activity(let done): return done.activity.booked(under: rules)
            }
        }
    }
}
