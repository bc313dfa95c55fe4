package import PointsCore

/// What came out of an example of an activity rule.
package struct ActivityExampleOutcome: Hashable, Sendable {
    /// The example.
    package let example: ActivityExample
    /// The points that came out.
    package let got: Int64
    /// How the rules came to them, a line for each rule that had a part in it.
    package let trace: [String]

    /// The mistake, if it is one: the example, what was expected, what came out, and how.
    package var complaint: RulesProblem? {
        guard got != example.expected else { return nil }
        return RulesProblem(
            file: example.file, pointer: example.pointer,
            problem: "example \"\(example.name)\" expects \(example.expected) points, but gives"
                + " \(got) (\(trace.joined(separator: "; ")))")
    }
}
