internal import PointsCore

/// What members did besides buying in the period, and what both sides give for it.
package struct BacktestActivities: Hashable, Sendable {
    /// All of it.
    package private(set) var total = BacktestActivityRow()
    /// The same by what was done.
    package private(set) var names: [String: BacktestActivityRow] = [:]
    /// What each rule gives.
    package private(set) var rules: [String: BacktestRuleRow] = [:]
    /// How many of them somebody did of whom rules ask what nobody knows.
    package private(set) var unasked: Int64 = 0

    mutating func add(_ activity: RehearsedActivity) {
        total.add(activity)
        names[activity.name, default: BacktestActivityRow()].add(activity)
        BacktestRuleRow.add(activity.active, activity.draft, to: &rules)
        if activity.active.isUnasked || activity.draft.isUnasked { unasked += 1 }
    }
}
