/// A purchase was shipped.
package struct PurchaseConfirmed: Hashable, Sendable {
    /// Which one.
    package let purchase: JournalPosition
    /// When its points will count; `nil` if they do at once.
    package let dueAt: Instant?
    /// The purchase afterwards.
    package let summary: PurchaseSummary

    /// A confirmation of a purchase.
    package init(purchase: JournalPosition, dueAt: Instant?, summary: PurchaseSummary) {
        self.purchase = purchase
        self.dueAt = dueAt
        self.summary = summary
    }
}
