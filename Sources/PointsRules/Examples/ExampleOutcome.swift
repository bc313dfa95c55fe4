package import PointsCore

/// What came out of an example.
package struct ExampleOutcome: Hashable, Sendable {
    /// The example.
    package let example: RuleExample
    /// What came out; `nil` if such a sale would be refused.
    package let got: Int64?
    /// How each rule came to what it gave, or why it gave nothing, a line for each rule, those that gave first; empty where
    /// the example comes out.
    package let trace: [String]

    /// Whether it is what the example says.
    package var isAsExpected: Bool { got == example.expected }
}

// MARK: - Text

extension ExampleOutcome {
    /// The mistake, if it is one: the file, the example, what was expected, what came out, and below it how.
    package var complaint: RulesProblem? {
        guard !isAsExpected else { return nil }
        let result = got.map { "gives \($0)" } ?? "is refused"
        var lines = Array(trace.prefix(RulesLimits.exampleTraceLinesMax))
        if trace.count > lines.count { lines.append("… and \(trace.count - lines.count) more") }
        return RulesProblem(
            file: example.file, pointer: example.pointer,
            problem: lines.reduce(
                into: "example \"\(example.name)\" expects \(example.expected) "
                    + "\(example.measure.rawValue), but \(result):"
            ) { $0 += "\n    \($1)" })
    }
}
