package import PointsCore

/// A set of rules whose form is right, with the examples that its files hold besides.
package struct CheckedRules: Hashable, Sendable {
    /// The rules.
    package let ruleset: Ruleset
    /// The examples, in the order of files and within each file.
    package let examples: [RuleExample]
    /// The examples of rules for activities.
    package let activityExamples: [ActivityExample]
    /// The examples of ranks.
    package let tierExamples: [TierExample]
    /// The examples of segments.
    package let segmentExamples: [SegmentExample]

    /// How many examples there are.
    package var exampleCount: Int {
        examples.count + activityExamples.count + tierExamples.count + segmentExamples.count
    }
}
