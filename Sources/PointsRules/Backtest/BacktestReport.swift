package import PointsCore

/// What a back-test comes to: the same inputs give the same report.
package struct BacktestReport: Hashable, Sendable {
    /// The program's name.
    package let program: String
    /// ISO 4217 code; amounts are in its minor unit.
    package let currency: String
    /// The business days of the sales and activities.
    package let days: ClosedRange<CivilDate>
    /// The hash of the draft.
    package let draft: [UInt8]
    /// The sets on the active side, by their hashes.
    package let sets: [RuleSet]
    /// Whether one named set is held against the draft, instead of those of then.
    package let isAgainstOneSet: Bool
    /// The sales.
    package let seen: BacktestSeen
    /// What both sides give for all of them.
    package let total: BacktestRow
    /// The same by month, in order.
    package let months: [NamedRow]
    /// The same by channel.
    package let channels: [NamedRow]
    /// The same by rank; buyers without one come first.
    package let tiers: [NamedRow]
    /// What each rule gives for sales.
    package let rules: [NamedRule]
    /// For whom the draft changes what.
    package let members: BacktestMembers
    /// How many sales are changed by how much.
    package let bands: [BacktestBand]
    /// What was booked.
    package let bookings: BacktestBookings
    /// The sales that points paid for.
    package let redemption: BacktestRedemption
    /// What members did besides buying.
    package let activities: BacktestActivities
    /// What each rule gives for that.
    package let activityRules: [NamedRule]

    /// A set of rules, and how many sales were judged by it.
    package struct RuleSet: Hashable, Sendable {
        /// SHA-256 of the content.
        package let hash: [UInt8]
        /// How many.
        package let sales: Int64
    }

    /// Sales that have something in common.
    package struct NamedRow: Hashable, Sendable {
        /// What they have in common; `nil` for a rank that nobody has.
        package let name: String?
        /// What both sides give for them.
        package let row: BacktestRow
    }

    /// A rule of either side.
    package struct NamedRule: Hashable, Sendable {
        /// The id.
        package let id: String
        /// What it is called, by the draft if it is one of its rules.
        package let title: Caption?
        /// What it gives.
        package let row: BacktestRuleRow
    }
}
