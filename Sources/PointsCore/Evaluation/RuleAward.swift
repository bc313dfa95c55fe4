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
    /// For what it was rounded.
    package let stage: EarnRule.RoundingStage
    /// What rounding made of it, before any cap.
    package let rounded: Int64
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
        stage: EarnRule.RoundingStage = .order, rounded: Int64, cut: Cut? = nil
    ) {
        self.rule = rule
        self.points = points
        self.base = base
        self.exact = exact
        self.rounding = rounding
        self.stage = stage
        self.rounded = rounded
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

    /// Whether it would be less by itself: nothing is given less than nothing, and no more is taken off than was given.
    package var isLifted: Bool { cut == nil && points > rounded }

    /// How the rule came to its points, in a line: `980 → 49/5, floor 9`.
    package var why: String {
        let each = stage == .order ? "" : " " + Words.each(stage).en
        var line = "\(base) → \(exact), \(rounding.rawValue)\(each) \(rounded)"
        if isLifted { line += ", raised to \(points)" }
        guard let cut else { return line }
        line += ", capped at \(cut.points)"
        return cut.scope == .order ? line : line + " (\(cut.scope.rawValue))"
    }
}
