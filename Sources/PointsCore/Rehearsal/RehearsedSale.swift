/// A recorded sale as two sets of rules judge it, with what was booked of it.
package struct RehearsedSale: Hashable, Sendable {
    /// Which one.
    package var purchase: JournalPosition
    /// Who bought; `nil` for a sale to nobody in particular.
    package var member: MemberID?
    /// Where.
    package var channel: String
    /// The buyer's rank, if the buyer had one.
    package var tier: String?
    /// The business day of the sale.
    package var day: CivilDate
    /// The hash of the rules by which it was judged.
    package var rules: [UInt8]
    /// What has become of it.
    package var status: PurchaseStatus
    /// Pieces sold.
    package var pieces: Int64
    /// How many of them have come back.
    package var piecesBack: Int64
    /// What is paid in money for what is left of it.
    package var payable: Yen
    /// Points that paid for part of it when it was sold.
    package var redeemed: Int64
    /// Points that it earned when it was sold.
    package var bookedAtSale: Int64
    /// Points that it earns now.
    package var booked: Int64
    /// What the sets in force make of it, or the one that the draft is held against.
    package var active: RehearsedOutcome
    /// What the draft makes of it.
    package var draft: RehearsedOutcome

    /// A purchase as it stands, judged twice.
    package init(
        _ purchase: Purchase, of member: MemberID?, on day: CivilDate, rules: [UInt8],
        active: RehearsedOutcome, draft: RehearsedOutcome
    ) {
        self.purchase = purchase.id
        self.member = member
        channel = purchase.channel
        tier = purchase.recorded.standing.tier
        self.day = day
        self.rules = rules
        status = purchase.summary.status
        pieces = purchase.recorded.basket.lines.reduce(0) { $0 + $1.quantity }
        piecesBack = purchase.returned.reduce(0, +)
        payable = purchase.summary.payable
        redeemed = purchase.recorded.summary.redeemed
        bookedAtSale = purchase.recorded.grants.reduce(0) { $0 + $1.points }
        booked = purchase.earned
        self.active = active
        self.draft = draft
    }

    /// What the draft gives more than the active rules, in points; negative if it gives less.
    package var difference: Int64 { draft.points - active.points }
}
