/// What came of one rule for one basket, and why.
package struct RuleTrace: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// What came of it.
    package let verdict: Verdict

    /// What comes of a rule.
    package enum Verdict: Hashable, Sendable {
        /// The business day lies outside its dates.
        case notInForce(EffectivePeriod)
        /// This part of its condition does not hold.
        case fails(Condition)
        /// None of its lines is in the basket.
        case noLines
        /// More specific rules of its group count all of its lines.
        case linesTaken(by: [String])
        /// None of the rules on which it builds gave anything.
        case nothingToBuildOn([String])
        /// Another rule of its group counts.
        case outdone(by: String, with: RuleAward)
        /// It gives points.
        case gives(RuleAward, Basis)
    }

    /// What a rule looked at to come to its points.
    package struct Basis: Hashable, Sendable {
        /// The money that it counts, by tax rate, lowest first.
        package var taxBases: [TaxBase] = []
        /// What points paid of its lines, with tax.
        package var paid: Int64 = 0
        /// What it takes off for that, if it does.
        package var off: Off?
        /// What the rules gave on which it builds, if it builds on any.
        package var sources: Sources?
    }

    /// What a rule takes off for what points paid.
    package struct Off: Hashable, Sendable {
        /// The exact points.
        package let exact: Fraction
        /// The same, rounded as the rule rounds.
        package let points: Int64
    }

    /// What rules gave on which another builds.
    package struct Sources: Hashable, Sendable {
        /// Their points.
        package let points: Int64
        /// The same before they were rounded; `nil` where only rounded points count.
        package let exact: Fraction?
        /// The money for which they gave them; `nil` where only their points count.
        package let money: Fraction?
    }

    /// The money at one tax rate that a rule looked at.
    package struct TaxBase: Hashable, Sendable {
        /// Percent.
        package let rate: Int64
        /// Money as the rule counts it: with or without tax, rounded once per rate.
        package let money: Int64
    }

    /// The points that it gives, if it does.
    package var award: RuleAward? {
        if case .gives(let award, _) = verdict { award } else { nil }
    }

    /// What it looked at to give them.
    package var basis: Basis? {
        if case .gives(_, let basis) = verdict { basis } else { nil }
    }

    /// The same with what is left of its points beside those of other rules.
    func giving(_ award: RuleAward) -> RuleTrace {
        basis.map { RuleTrace(rule: rule, verdict: .gives(award, $0)) } ?? self
    }
}
