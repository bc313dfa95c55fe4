/// One thing that is wrong with a set of rules.
package struct RulesProblem: Hashable, Sendable {
    /// The file's path within the set: `earn/base.json`.
    package let file: String
    /// The place within the file (RFC 6901), empty for the file as a whole.
    package let pointer: String
    /// What is wrong there.
    package let problem: String

    /// A problem at a place.
    package init(file: String, pointer: String, problem: String) {
        self.file = file
        self.pointer = pointer
        self.problem = problem
    }
}

// MARK: - Order

extension RulesProblem: Comparable {
    /// By file, place and text, each by its bytes.
    package static func < (left: RulesProblem, right: RulesProblem) -> Bool {
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

extension RulesProblem: CustomStringConvertible {
    /// The problem in one line: `earn/base.json at /award/per: found 0, expected …`.
    package var description: String {
        "\(file)\(pointer.isEmpty ? "" : " at \(pointer)"): \(problem)"
    }
}
