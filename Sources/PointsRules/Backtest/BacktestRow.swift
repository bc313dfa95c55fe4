internal import PointsCore

/// What both sides give for some sales.
package struct BacktestRow: Hashable, Sendable {
    /// How many.
    package private(set) var sales: Int64 = 0
    /// What is paid in money for what is left of them.
    package private(set) var payable: Int128 = 0
    /// What the active rules give.
    package private(set) var active = BacktestFigures()
    /// What the draft gives.
    package private(set) var draft = BacktestFigures()

    mutating func add(_ sale: RehearsedSale) {
        sales += 1
        payable += Int128(sale.payable.amount)
        active.add(sale.active.points, worth: sale.active.pointValue)
        draft.add(sale.draft.points, worth: sale.draft.pointValue)
    }
}
