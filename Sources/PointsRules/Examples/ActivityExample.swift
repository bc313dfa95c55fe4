package import PointsCore

/// A worked example in the file of an activity rule: something that a member does, and the points that must come out of it.
package struct ActivityExample: Hashable, Sendable {
    /// The rule in whose file it stands.
    package let rule: String
    /// Its place in the file's list, from zero.
    package let index: Int
    /// What it shows.
    package let name: String
    /// What is done.
    package let activity: String
    /// What it is about, if told.
    package let subject: String?
    /// Rules that have given the member before what they give only once for the subject.
    package let spentRules: Set<String>
    /// The channel, if told.
    package let channel: String?
    /// The store, if told.
    package let store: String?
    /// The terminal, if told.
    package let terminal: String?
    /// Who does it.
    package let member: RuleExample.Buyer
    /// Points that rules have given before, counted by each of their caps.
    package let given: [String: Int64]
    /// When it happens; noon of an ordinary Wednesday on which the rule is in force, if not told.
    package let occurredAt: Instant
    /// The points that the rules for activities must give together.
    package let expected: Int64
}

// MARK: - Place

extension ActivityExample {
    /// The file that it stands in.
    package var file: String { rule + ".json" }
    /// Its place within the file (RFC 6901).
    package var pointer: String { "/examples/\(index)" }
}
