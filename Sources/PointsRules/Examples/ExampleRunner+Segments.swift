package import PointsCore

extension ExampleRunner {
    /// What is wrong with the examples of segments that do not come out, in order.
    package static func segmentComplaints(of rules: CheckedRules) -> [RulesProblem] {
        rules.segmentExamples.compactMap { example in
            let segment = rules.ruleset.segments.first { $0.id == example.segment }
            let belongs = segment?.contains(example.subject) ?? false
            guard belongs != example.isMember else { return nil }
            return RulesProblem(
                file: example.file, pointer: example.pointer,
                problem: "example \"\(example.name)\" expects "
                    + (example.isMember
                        ? "a member of the segment, who is none"
                        : "no member of the segment, who is one"))
        }
    }
}
