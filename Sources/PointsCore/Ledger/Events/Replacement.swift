/// The purchase that a sale takes the place of.
package struct Replacement: Hashable, Sendable {
    /// Which one.
    package let purchase: JournalPosition
    /// The entry by which it came back.
    package let returnedBy: JournalPosition
    /// What was to be taken back for it, was not there, and was not earned again by the sale.
    package let shortfall: Shortfall

    /// A purchase that came back by an entry.
    package init(
        purchase: JournalPosition, returnedBy: JournalPosition, shortfall: Shortfall
    ) {
        self.purchase = purchase
        self.returnedBy = returnedBy
        self.shortfall = shortfall
    }
}
