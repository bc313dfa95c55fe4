/// What one rule gives on both sides.
package struct BacktestRuleRow: Hashable, Sendable {
    /// As one of the active rules.
    package internal(set) var active = BacktestFigures()
    /// As one of the draft's.
    package internal(set) var draft = BacktestFigures()
}
