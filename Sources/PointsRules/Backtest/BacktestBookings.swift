package import PointsCore

/// What was booked for the sales, and where the active rules now give something else.
package struct BacktestBookings: Hashable, Sendable {
    /// Points booked when they were sold.
    package private(set) var pointsAtSale: Int128 = 0
    /// Points that are left of them, or came to them, by what came back.
    package private(set) var points: Int128 = 0
    /// Sales for which the active rules give other points than are booked.
    package private(set) var differing: Int64 = 0
    /// What they give more than is booked for these; negative if less.
    package private(set) var difference: Int128 = 0
    /// The first of these sales.
    package private(set) var examples: [JournalPosition] = []

    mutating func add(_ sale: RehearsedSale) {
        pointsAtSale += Int128(sale.bookedAtSale)
        points += Int128(sale.booked)
        guard sale.active.points != sale.booked else { return }
        differing += 1
        difference += Int128(sale.active.points) - Int128(sale.booked)
        if examples.count < RulesLimits.backtestExamplesMax { examples.append(sale.purchase) }
    }
}
