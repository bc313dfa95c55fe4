/// What a member has at a moment: the ledger's four accounts, and what a redemption could use.
package struct Balance: Hashable, Sendable {
    /// Points in spendable lots.
    package var available: Int64
    /// Points not yet confirmed.
    package var pending: Int64
    /// Points set aside by holds.
    package var held: Int64
    /// Points owed, zero or negative.
    package var debt: Int64
    /// What could be spent at the moment: available less lots past their expiry, plus timed-out
    /// holds and pending points that are due.
    package var spendable: Int64
    /// What expires within ``CoreLimits/expiringSoonDays``, soonest first.
    package var expiringSoon: [Expiring]

    /// Points and their last day.
    package struct Expiring: Hashable, Sendable {
        /// How many.
        package let points: Int64
        /// The last business day on which they may be spent.
        package let on: CivilDate

        /// So many points with that last day.
        package init(points: Int64, on: CivilDate) {
            self.points = points
            self.on = on
        }
    }

    /// The balance with these amounts.
    package init(
        available: Int64 = 0, pending: Int64 = 0, held: Int64 = 0, debt: Int64 = 0,
        spendable: Int64 = 0, expiringSoon: [Expiring] = []
    ) {
        self.available = available
        self.pending = pending
        self.held = held
        self.debt = debt
        self.spendable = spendable
        self.expiringSoon = expiringSoon
    }
}
