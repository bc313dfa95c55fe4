package import PointsCore

/// A set of rules whose form is right, with what its files hold besides: titles and examples.
package struct CheckedRules: Hashable, Sendable {
    /// The rules.
    package let ruleset: Ruleset
    /// What each rule is called, by its id.
    package let titles: [String: RuleTitle]
    /// The examples, in the order of files and within each file.
    package let examples: [RuleExample]
    /// The examples of ranks.
    package let tierExamples: [TierExample]
}
