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
        /// It gives points, for money at these tax rates.
        case gives(RuleAward, [TaxBase])
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
}
