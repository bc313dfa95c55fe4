/// Something of a purchase was shipped, or all of it.
package struct PurchaseConfirmed: Hashable, Sendable {
    /// Which one.
    package let purchase: JournalPosition
    /// What was shipped.
    package let pieces: [LinePieces]
    /// Pending points that come true by it.
    package let points: Int64
    /// When they will count; `nil` if they do at once.
    package let dueAt: Instant?
    /// The purchase afterwards.
    package let summary: PurchaseSummary

    /// A shipment of pieces with what comes true by it.
    package init(
        purchase: JournalPosition, pieces: [LinePieces], points: Int64, dueAt: Instant?,
        summary: PurchaseSummary
    ) {
        self.purchase = purchase
        self.pieces = pieces
        self.points = points
        self.dueAt = dueAt
        self.summary = summary
    }
}
