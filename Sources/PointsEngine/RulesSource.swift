package import PointsCore

/// Rules as the engine is given them: the set, and the bytes from which it can be read again years later.
package struct RulesSource: Sendable {
    /// The rules.
    package let ruleset: Ruleset
    /// The canonical content whose SHA-256 is the set's hash.
    package let content: [UInt8]

    /// Rules with their content.
    package init(ruleset: Ruleset, content: [UInt8]) {
        self.ruleset = ruleset
        self.content = content
    }
}
