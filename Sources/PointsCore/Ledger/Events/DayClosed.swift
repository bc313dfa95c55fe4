/// A business day was sealed.
package struct DayClosed: Hashable, Sendable {
    /// The day.
    package let day: CivilDate
    /// How many transactions were booked on it.
    package let transactions: Int64
    /// What they moved, by account, company and channel, in a fixed order.
    package let totals: [DayTotal]
    /// SHA-256 over the hashes of the day's transactions in the order of the journal.
    package let hash: [UInt8]

    /// The seal of a day.
    package init(day: CivilDate, transactions: Int64, totals: [DayTotal], hash: [UInt8]) {
        self.day = day
        self.transactions = transactions
        self.totals = totals
        self.hash = hash
    }
}
