/// What a look at a set of rules found: its form and its examples.
package struct RulesCheck: Hashable, Sendable {
    /// SHA-256 of its canonical content.
    package let hash: [UInt8]
    /// The rules; `nil` if they cannot be read.
    package let ruleset: Ruleset?
    /// How many files of earning rules there are.
    package let earnFiles: Int
    /// How many files of redemption rules there are.
    package let burnFiles: Int
    /// How many files of rules for activities there are.
    package let activityFiles: Int
    /// How many files of segments there are.
    package let segmentFiles: Int
    /// How many files of offers there are.
    package let offerFiles: Int
    /// Examples that come out; none are worked through where the rules cannot be read.
    package let examplesPassed: Int
    /// Examples that do not.
    package let examplesFailed: Int
    /// Everything that is wrong, an example that does not come out too.
    package let problems: [RulesProblem]

    /// Whether nothing is wrong.
    package var isOK: Bool { problems.isEmpty }

    /// What was found.
    package init(
        hash: [UInt8], ruleset: Ruleset?, earnFiles: Int, burnFiles: Int,
        activityFiles: Int, segmentFiles: Int = 0, offerFiles: Int = 0, examplesPassed: Int,
        examplesFailed: Int, problems: [RulesProblem]
    ) {
        self.hash = hash
        self.ruleset = ruleset
        self.earnFiles = earnFiles
        self.burnFiles = burnFiles
        self.activityFiles = activityFiles
        self.segmentFiles = segmentFiles
        self.offerFiles = offerFiles
        self.examplesPassed = examplesPassed
        self.examplesFailed = examplesFailed
        self.problems = problems
    }
}
