package import PointsCore

/// What came out of an example of ranks.
package struct TierExampleOutcome: Hashable, Sendable {
    /// The example.
    package let example: TierExample
    /// The rank that came out.
    package let got: TierView

    /// What is not as the example says, in words.
    private var differences: [String] {
        let expected = example.expected
        var differences: [String] = []
        func compare<Value: Equatable>(_ what: String, _ expected: Value?, _ got: Value?) {
            guard let expected, expected != got else { return }
            let found = got.map { "\($0)" } ?? "none"
            differences.append("expects \(what) \(expected), but gets \(found)")
        }
        compare("the rank", expected.tier, got.tier.id)
        compare("toNext", expected.toNext, got.next?.missing)
        compare("basis", expected.basis, got.basis)
        compare("keptThrough", expected.keptThrough, got.keptThrough)
        return differences
    }

    /// The mistake, if it is one: the example, what was expected and what came out.
    package var complaint: RulesProblem? {
        guard !differences.isEmpty else { return nil }
        let basis = "\(got.basis) count on \(example.day)"
        return RulesProblem(
            file: TierExample.file, pointer: example.pointer,
            problem: "example \"\(example.name)\" "
                + differences.joined(separator: "; ") + " (\(basis))")
    }
}
