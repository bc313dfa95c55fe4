package import PointsCore

/// Whose members are wanted, by which rules, and when.
package struct SegmentRequest {
    /// The segment, by its id.
    package var segment: String
    /// The rules that have it; `nil` for those that are in force.
    package var rules: Ruleset?
    /// The moment of the question.
    package var moment: Instant
    /// Reads a set of rules from its kept content.
    package var readRules: ([UInt8]) throws(Refusal) -> Ruleset

    /// How it ended.
    package enum Outcome: Hashable, Sendable {
        /// Everybody was asked.
        case finished
        /// No more was wanted.
        case interrupted
        /// The rules have no such segment, but these.
        case unknown([String])
    }

    /// A segment of the rules in force unless told.
    package init(
        segment: String, rules: Ruleset? = nil, moment: Instant,
        readRules: @escaping ([UInt8]) throws(Refusal) -> Ruleset
    ) {
        self.segment = segment
        self.rules = rules
        self.moment = moment
        self.readRules = readRules
    }
}
