/// Points for money: so many points for every so many minor units, exactly.
package struct Rate: Hashable, Sendable {
    /// Points given for each step, as an exact fraction (1.5 % is 3/200 for one yen).
    package let points: Fraction
    /// The length of a step in minor units, above zero.
    package let per: Int64
    /// Whether only whole steps count: ¥1,000 → 10 points gives nothing for ¥900.
    package let wholeStepsOnly: Bool

    /// So many `points` for every `per` minor units.
    package init(points: Fraction, per: Int64, wholeStepsOnly: Bool = false) {
        precondition(per > 0, "a rate needs a step")
        self.points = points
        self.per = per
        self.wholeStepsOnly = wholeStepsOnly
    }

    /// What an amount of money gives, before rounding.
    package func points(for money: Fraction) -> Fraction {
        let steps = money * Fraction(1, over: Int128(per))
        return points * (wholeStepsOnly ? Fraction(Int128(steps.rounded(.floor))) : steps)
    }
}
