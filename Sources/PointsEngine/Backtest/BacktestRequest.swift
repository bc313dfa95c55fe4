package import PointsCore

/// Which recorded sales and activities are judged again, and by which rules.
package struct BacktestRequest {
    /// Their business days.
    package var days: ClosedRange<CivilDate>
    /// The rules that are rehearsed.
    package var draft: Ruleset
    /// The rules that they are held against; `nil` for those by which each was judged.
    package var against: Ruleset?
    /// Reads a set of rules from its kept content.
    package var readRules: ([UInt8]) throws(Refusal) -> Ruleset

    /// A draft for some days.
    package init(
        days: ClosedRange<CivilDate>, draft: Ruleset, against: Ruleset? = nil,
        readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset
    ) {
        self.days = days
        self.draft = draft
        self.against = against
        self.readRules = readRules
    }
}
