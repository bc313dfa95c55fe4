/// What came out of an example.
package struct ExampleOutcome: Hashable, Sendable {
    /// The example.
    package let example: RuleExample
    /// What came out; `nil` if such a sale would be refused.
    package let got: Int64?
    /// How the rules came to it, a line for each rule that had a part in it.
    package let trace: [String]

    /// Whether it is what the example says.
    package var isAsExpected: Bool { got == example.expected }
}

// MARK: - Text

extension ExampleOutcome {
    /// The mistake, if it is one: the file, the example, what was expected, what came out, and how.
    package var complaint: RuleComplaint? {
        guard !isAsExpected else { return nil }
        let result = got.map { "gives \($0)" } ?? "is refused"
        return RuleComplaint(
            file: example.file, pointer: example.pointer,
            problem: "example \"\(example.name)\" expects \(example.expected) "
                + "\(example.measure.rawValue), but \(result) (\(trace.joined(separator: "; ")))")
    }
}
