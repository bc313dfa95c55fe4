/// What two balances of one person are to one another.
///
/// The mapping must say: there is no default.
package enum BalancePolicy: String, CaseIterable, Sendable {
    /// Two amounts; the person has their sum.
    case separate

    /// Two copies of one amount; the person has it once.
    case copies
}
