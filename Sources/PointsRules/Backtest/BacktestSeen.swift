internal import PointsCore

/// The sales of the period, and what has become of them.
package struct BacktestSeen: Hashable, Sendable {
    /// All of them.
    package private(set) var sales: Int64 = 0
    /// Those to nobody in particular, which earn nothing.
    package private(set) var anonymous: Int64 = 0
    /// Those of which some came back.
    package private(set) var partlyReturned: Int64 = 0
    /// Those of which all came back.
    package private(set) var returned: Int64 = 0
    /// Those that were voided.
    package private(set) var voided: Int64 = 0
    /// Those to somebody of whom rules ask a birthday or an age that nobody knows.
    package private(set) var unasked: Int64 = 0
    /// Pieces sold.
    package private(set) var pieces: Int128 = 0
    /// How many of them have come back.
    package private(set) var piecesBack: Int128 = 0

    /// Those of which nothing came back.
    package var whole: Int64 { sales - partlyReturned - returned - voided }

    mutating func add(_ sale: RehearsedSale) {
        sales += 1
        if sale.member == nil { anonymous += 1 }
        if sale.active.isUnasked || sale.draft.isUnasked { unasked += 1 }
        pieces += Int128(sale.pieces)
        piecesBack += Int128(sale.piecesBack)
        switch sale.status {
        case .partlyReturned: partlyReturned += 1
        case .returned: returned += 1
        case .voided: voided += 1
        case .pending, .completed: break
        }
    }
}
