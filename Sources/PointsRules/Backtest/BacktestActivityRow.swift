internal import PointsCore

/// What both sides give for some of what members did besides buying.
package struct BacktestActivityRow: Hashable, Sendable {
    /// How many times it was recorded.
    package private(set) var recorded: Int64 = 0
    /// What the active rules give.
    package private(set) var active = BacktestFigures()
    /// What the draft gives.
    package private(set) var draft = BacktestFigures()

    mutating func add(_ activity: RehearsedActivity) {
        recorded += 1
        active.add(activity.active.points, worth: activity.active.pointValue)
        draft.add(activity.draft.points, worth: activity.draft.pointValue)
    }
}
