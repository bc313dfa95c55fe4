/// What a customer bought: how often, and for how much.
package struct ValueFigures: Hashable, Sendable {
    /// Purchases that stand: neither voided nor wholly returned.
    package internal(set) var frequency: Int64
    /// What is left of them after returns, in yen with tax.
    package internal(set) var spend: Int64
    /// What of that was paid with money and not with points.
    package internal(set) var paid: Int64

    /// So many purchases.
    package init(frequency: Int64 = 0, spend: Int64 = 0, paid: Int64 = 0) {
        self.frequency = frequency
        self.spend = spend
        self.paid = paid
    }

    /// What one purchase adds as it stands; one that came back whole comes to nothing, whatever it cost.
    package init(of summary: PurchaseSummary) {
        self.init(
            frequency: summary.status.stands ? 1 : 0, spend: summary.total.amount,
            paid: summary.payable.amount)
    }

    /// Whether there is nothing.
    package var isZero: Bool { self == ValueFigures() }
}

// MARK: - Arithmetic

// Wrapping: figures that somebody forged are to be named by a verification, not to stop it.
extension ValueFigures {
    /// Both together.
    package static func + (left: ValueFigures, right: ValueFigures) -> ValueFigures {
        ValueFigures(
            frequency: left.frequency &+ right.frequency, spend: left.spend &+ right.spend,
            paid: left.paid &+ right.paid)
    }

    /// The one without the other.
    package static func - (left: ValueFigures, right: ValueFigures) -> ValueFigures {
        left + -right
    }

    /// What takes as much off.
    package static prefix func - (figures: ValueFigures) -> ValueFigures {
        ValueFigures(
            frequency: 0 &- figures.frequency, spend: 0 &- figures.spend, paid: 0 &- figures.paid)
    }

    /// Adds to the figures.
    package static func += (left: inout ValueFigures, right: ValueFigures) {
        left = left + right
    }
}
