/// What one rule gives for a basket, with the money that it looked at.
struct Assessment {
    /// The points.
    var award: RuleAward
    /// The exact money.
    let base: Fraction
    /// What it looked at.
    let basis: RuleTrace.Basis
}
