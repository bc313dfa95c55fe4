internal import PointsCore
internal import PointsEngine
internal import PointsRules
internal import PointsStore

/// A draft held against what was sold and done in a period, as the command and `rules.backtest` ask for it.
struct Backtest {
    /// The rules that are rehearsed.
    let draft: CheckedRules
    /// The one set that they are held against; `nil` for those by which each was judged.
    var against: Ruleset?
    /// The business days.
    let days: ClosedRange<CivilDate>
    /// How many of the members who gain and lose most are named.
    var top = RulesLimits.backtestTopDefault

    /// What it comes to in a database; `nil` if the rest was not wanted.
    func report(
        on path: String, progress: (WorkProgress) -> Bool = { _ in true }
    ) throws(StoreError) -> BacktestReport? {
        var titles = against?.titles ?? [:]
        var tally = BacktestTally(days: days, draft: draft, against: against, top: top)
        let request = BacktestRequest(days: days, draft: draft.ruleset, against: against) {
            content throws(Refusal) in
            let rules = try EngineOpening.readRules(content)
            titles.merge(rules.titles) { $1 }
            return rules
        }
        let isWhole = try Engine.backtest(path: path, request, progress: progress) {
            tally.add($0)
        }
        return isWhole ? tally.report(titles: titles) : nil
    }
}
