/// What one rule gave, and how it came to that.
package struct RuleAward: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// Points given.
    package let points: Int64
    /// The money (or, for a multiplier, the points) that the rule looked at.
    package let base: Int64
    /// The exact result before rounding.
    package let exact: Fraction
    /// How it was rounded.
    package let rounding: Rounding
    /// What the cap left of it, if it cut something off.
    package let cutTo: Int64?

    /// Points of a rule.
    package init(
        rule: String, points: Int64, base: Int64, exact: Fraction, rounding: Rounding,
        cutTo: Int64?
    ) {
        self.rule = rule
        self.points = points
        self.base = base
        self.exact = exact
        self.rounding = rounding
        self.cutTo = cutTo
    }

    /// How the rule came to its points, in a line: `980 → 49/5, floor 9`.
    package var why: String {
        let cut = cutTo.map { ", capped at \($0)" } ?? ""
        return "\(base) → \(exact), \(rounding.rawValue) \(exact.rounded(rounding))\(cut)"
    }
}
