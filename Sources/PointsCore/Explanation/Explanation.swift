/// Why a purchase earned what it earned, rule by rule, under the rules and the standing of the sale.
///
/// Nothing of it is kept: the rules, the basket and what caps had left are, and from them it is worked out anew.
package struct Explanation: Hashable, Sendable {
    /// The language of the words.
    package let language: Language
    /// SHA-256 of the rules of the sale.
    package let ruleset: [UInt8]
    /// Why nothing was looked at, in words, if the buyer could not earn at all.
    package let obstacle: String?
    /// What came of the rules for the basket as it was sold.
    package let sold: Part
    /// What came of them for what is left of it; `nil` as long as nothing came back.
    package let left: Part?

    /// What came of the rules for a basket.
    package struct Part: Hashable, Sendable {
        /// What points paid of it, if they did.
        package let redemption: Redemption?
        /// What came of each earning rule; nothing if the buyer could not earn.
        package let lines: [Line]
    }

    /// What points paid.
    package struct Redemption: Hashable, Sendable {
        /// The id of the redemption rule that let them.
        package let rule: String
        /// What it is called.
        package let title: String
        /// How many points.
        package let points: Int64
        /// The money that they paid.
        package let money: Int64
        /// The same in words.
        package let words: String
    }

    /// What came of one rule.
    package struct Line: Hashable, Sendable {
        /// The rule's id.
        package let rule: String
        /// What it is called.
        package let title: String
        /// What it gave, if it did.
        package let award: RuleAward?
        /// What it looked at to give that.
        package let basis: RuleTrace.Basis?
        /// What becomes of the money that points paid.
        package let handling: EarnRule.RedeemedBase
        /// What came of it and why.
        package let words: String
    }
}
