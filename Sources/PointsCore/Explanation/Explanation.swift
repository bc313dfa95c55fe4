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
    /// What came of each rule for the basket as it was sold.
    package let sold: [Line]
    /// What came of each rule for what is left of it; `nil` as long as nothing came back.
    package let left: [Line]?

    /// What came of one rule.
    package struct Line: Hashable, Sendable {
        /// The rule's id.
        package let rule: String
        /// What it is called.
        package let title: String
        /// What it gave, if it did.
        package let award: RuleAward?
        /// The money that it looked at, by tax rate.
        package let taxBases: [RuleTrace.TaxBase]
        /// What came of it and why.
        package let words: String
    }
}
