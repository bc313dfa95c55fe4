/// The fate of every row.
package struct MatchOutcome: Hashable, Sendable {
    /// One fate for each record, in the order of the records.
    package let fates: [Fate]

    /// The rows of each group by their places among the records, in order.
    ///
    /// Groups are numbered in the order of their first rows.
    package let groups: [[Int]]

    /// The pairs to decide on, in order.
    package let reviews: [ReviewPair]

    /// The phone numbers and addresses that more than ``MigrationLimits/sharedKeyRowsMax`` rows
    /// share, and that therefore were no keys.
    package let crowdedKeys: Int
}
