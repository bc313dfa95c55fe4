internal import PointsCore

/// What one rule gives on both sides.
package struct BacktestRuleRow: Hashable, Sendable {
    /// As one of the active rules.
    package private(set) var active = BacktestFigures()
    /// As one of the draft's.
    package private(set) var draft = BacktestFigures()

    /// Adds what every rule gives on both sides to the rows of the rules.
    static func add(
        _ active: RehearsedOutcome, _ draft: RehearsedOutcome,
        to rows: inout [String: BacktestRuleRow]
    ) {
        for award in active.awards {
            rows[award.rule, default: BacktestRuleRow()].active
                .add(award.points, worth: active.pointValue)
        }
        for award in draft.awards {
            rows[award.rule, default: BacktestRuleRow()].draft
                .add(award.points, worth: draft.pointValue)
        }
    }
}
