internal import PointsCore

/// A sale of the period as it stands at the end of the journal: what both sides judge.
///
/// A class, because a purchase has many parts and goes from hand to hand.
final class StandingSale: Sendable {
    let purchase: Purchase
    /// The business day of the sale.
    let day: CivilDate
    /// The hash of the rules by which it was judged.
    let rules: [UInt8]
    /// What is left of the basket.
    let left: PricedBasket
    /// Who bought; `nil` for a sale to nobody in particular.
    let buyer: MemberID?
    /// Where the buyer stood then, and what is known of the person.
    let person: RehearsedPerson

    /// A recorded sale of which nothing came back, or what came back of it has been taken off.
    init(
        _ sale: RecordedSale, standing purchase: Purchase? = nil, buyer: MemberID?,
        person: RehearsedPerson
    ) {
        self.purchase = purchase ?? sale.purchase
        day = sale.day
        rules = sale.rules
        left = purchase?.remaining ?? sale.sold
        self.buyer = buyer
        self.person = person
    }
}
