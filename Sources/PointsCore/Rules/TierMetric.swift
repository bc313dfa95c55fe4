/// What counts towards a rank (`metric`); the raw values are those of the journal.
package enum TierMetric: UInt8, Hashable, Sendable, CaseIterable {
    /// What is paid in money, with tax.
    case spendWithTax = 1
    /// What is paid in money, without tax.
    case spendWithoutTax = 2
    /// Points that sales earn.
    case points = 3
    /// Purchases of which something is left.
    case visits = 4

    /// What a purchase counts that has these figures and earns so many points; zero once all of it came back.
    ///
    /// A function of what is left, so that sale and returns add up to nothing in any order.
    func worth(of summary: PurchaseSummary, earning points: Int64) -> Int64 {
        switch self {
        case .spendWithTax: summary.payable.amount
        case .spendWithoutTax:
            summary.taxes.reduce(0) { $0 + $1.payable.amount - $1.tax.amount }
        case .points: points
        case .visits: summary.status == .returned || summary.status == .voided ? 0 : 1
        }
    }
}
