/// What a sale, or a return of it, adds to the figures of its buyer.
package struct ValueChange: Hashable, Sendable {
    /// The channel of the sale, wherever something of it comes back.
    package let channel: String
    /// The business day of the sale, whenever something of it comes back.
    package let day: CivilDate
    /// What is added; less than nothing for a return.
    package let figures: ValueFigures

    /// A change of a channel and a day; `nil` if nothing changes.
    package init?(channel: String, day: CivilDate, figures: ValueFigures) {
        guard !figures.isZero else { return nil }
        self.channel = channel
        self.day = day
        self.figures = figures
    }

    /// What a return takes off again: what the purchase was worth before, and is worth after.
    init?(returning purchase: Purchase, leaving summary: PurchaseSummary) {
        self.init(
            channel: purchase.channel, day: purchase.recorded.soldOn,
            figures: ValueFigures(of: summary) - ValueFigures(of: purchase.summary))
    }
}
