/// What `mapping.json` says.
package struct MigrationMapping: Hashable, Sendable {
    /// What two balances of one person are to one another.
    package let balances: BalancePolicy

    /// The sources in order.
    ///
    /// A member found in several is created by the first.
    package let sources: [SourceMapping]
}
