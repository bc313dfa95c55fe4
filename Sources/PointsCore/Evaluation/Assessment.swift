/// What one rule gives for a basket, with the money that it looked at.
struct Assessment {
    /// The points.
    var award: RuleAward
    /// The exact money.
    let base: Fraction
    /// The same by tax rate, lowest first, before tax is taken out.
    let taxBases: [RuleTrace.TaxBase]
}
