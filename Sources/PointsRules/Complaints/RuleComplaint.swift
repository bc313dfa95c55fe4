package import PointsCore

/// One mistake in a set of rules, and where it is.
package struct RuleComplaint: Hashable, Sendable {
    /// The file's path within the folder of rules, with slashes: `earn/base.json`.
    package let file: String
    /// The place within the file (RFC 6901), empty for the file as a whole.
    package let pointer: String
    /// What was found there, and what was expected.
    package let problem: String

    /// A mistake at a place.
    package init(file: String, pointer: String, problem: String) {
        self.file = file
        self.pointer = pointer
        self.problem = problem
    }
}

// MARK: - Order

extension RuleComplaint: Comparable {
    /// By file, place and text, each by its bytes.
    package static func < (left: RuleComplaint, right: RuleComplaint) -> Bool {
        let pairs = [
            (left.file, right.file), (left.pointer, right.pointer), (left.problem, right.problem),
        ]
        for (one, other) in pairs where !one.utf8.elementsEqual(other.utf8) {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return false
    }
}

// MARK: - Text

extension RuleComplaint: CustomStringConvertible {
    /// The mistake in one line: `earn/base.json at /award/per: found 0, expected …`.
    package var description: String {
        "\(file)\(pointer.isEmpty ? "" : " at \(pointer)"): \(problem)"
    }
}

// MARK: - On the wire

extension RuleComplaint {
    /// The same as replies tell it.
    package var rulesProblem: RulesProblem {
        RulesProblem(file: file, pointer: pointer, problem: problem)
    }
}
