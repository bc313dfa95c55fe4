internal import PointsCore

/// What both sides judge.
enum BacktestCase: Sendable {
    /// A sale.
    case sale(StandingSale)
    /// Something that a member did besides buying.
    case activity(DoneActivity)

    /// The entry that activated the rules of then.
    var ruleset: JournalPosition {
        switch self {
        case .sale(let sale): sale.purchase.ruleset
        case .activity(let done): done.activity.ruleset
        }
    }
}
