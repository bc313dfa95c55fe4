/// Which lots redeemed points go back to (`returns.restore`).
package enum RestorePolicy: Hashable, Sendable {
    /// To the very lots they came from; what has expired meanwhile stays expired.
    case originalLot
    /// To the very lots; what has expired may be spent for so many more days.
    case originalLotGrace(days: Int)
    /// To a new lot, as if granted on the day of the return.
    case newLot
}
