/// What counts towards a rank in a calendar month, or what a return takes from it.
package struct TierCount: Hashable, Sendable {
    /// What was counted.
    package let metric: TierMetric
    /// The first day of the month of the sale, by its business day.
    package let month: CivilDate
    /// How much.
    package internal(set) var amount: Int64

    /// So much in a month.
    package init(metric: TierMetric, month: CivilDate, amount: Int64) {
        self.metric = metric
        self.month = month
        self.amount = amount
    }

    /// What tells one count of a member from another, in the order in which they are kept.
    var key: (CivilDate, UInt8) { (month, metric.rawValue) }
}
