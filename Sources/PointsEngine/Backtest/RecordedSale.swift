internal import PointsCore

/// A sale of the period as it was recorded: everything about it that needs no other entry.
///
/// A class, because a purchase has many parts and goes from hand to hand.
final class RecordedSale: Sendable {
    let purchase: Purchase
    /// The business day of the sale.
    let day: CivilDate
    /// The hash of the rules by which it was judged.
    let rules: [UInt8]
    /// The basket as it was sold.
    let sold: PricedBasket

    init(_ purchase: Purchase, on day: CivilDate, rules: [UInt8]) {
        self.purchase = purchase
        self.day = day
        self.rules = rules
        sold = purchase.recorded.basket.priced
    }
}
