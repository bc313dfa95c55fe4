/// What one rule gave, and how it came to that.
package struct RuleAward: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// Points given; below zero only where a rule takes off what points paid for lines that a more specific rule counts.
    package internal(set) var points: Int64
    /// The money (for points by the piece the pieces, for a multiplier the points) that the rule looked at.
    package let base: Int64
    /// The exact result before rounding.
    package let exact: Fraction
    /// How it was rounded.
    package let rounding: Rounding
    /// What a cap left of it, if one cut something off.
    package internal(set) var cut: Cut?

    /// What a cap left.
    package struct Cut: Hashable, Sendable {
        /// The points that were left.
        package let points: Int64
        /// Over what the cap adds up.
        package let scope: Cap.Scope

        /// So many points left by a cap.
        package init(to points: Int64, by scope: Cap.Scope) {
            self.points = points
            self.scope = scope
        }
    }

    /// Points of a rule.
    package init(
        rule: String, points: Int64, base: Int64, exact: Fraction, rounding: Rounding,
        cut: Cut? = nil
    ) {
        self.rule = rule
        self.points = points
        self.base = base
        self.exact = exact
        self.rounding = rounding
        self.cut = cut
    }

    /// The points as a multiplier that does not round them first counts them.
    var unrounded: Fraction { cut.map { Fraction(Int128($0.points)) } ?? exact }

    /// The same within what is left under a cap.
    func limited(to room: Int64, by scope: Cap.Scope) -> RuleAward {
        guard points > room else { return self }
        var limited = self
        limited.points = room
        limited.cut = Cut(to: room, by: scope)
        return limited
    }

    /// How the rule came to its points, in a line: `980 → 49/5, floor 9`.
    package var why: String {
        var line = "\(base) → \(exact), \(rounding.rawValue) \(exact.rounded(rounding))"
        guard let cut else { return line }
        line += ", capped at \(cut.points)"
        return cut.scope == .order ? line : line + " (\(cut.scope.rawValue))"
    }
}
