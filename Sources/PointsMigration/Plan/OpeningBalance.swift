internal import PointsCore

/// What a balance in a file comes to on the day of the plan.
struct OpeningBalance: Hashable, Sendable {
    /// The last day of the points; nil for ever, and for a debt, which has none.
    let expiresOn: CivilDate?
    /// The points to open; none if there are none or they have expired.
    let lots: [Lot]
    /// What is owed, zero or more.
    let debt: Int64
    /// Whether there were points, and their last day has passed.
    let isExpired: Bool

    init(of record: NormalisedRecord, on terms: SourceTerms, day: CivilDate) {
        let points = record.points ?? 0
        debt = max(0, -points)
        guard points >= 0 else {
            (expiresOn, lots, isExpired) = (nil, [], false)
            return
        }
        expiresOn = record.pointsExpireOn ?? terms.expiry.lastDay(from: day)
        let lotTerms = LotTerms(
            pointClass: PointClass(terms.pointClass), company: terms.company, grantedOn: day,
            expiresOn: expiresOn)
        isExpired = points > 0 && !lotTerms.isSpendable(on: day)
        lots = points > 0 && !isExpired ? [Lot(terms: lotTerms, points: points)] : []
    }

    /// Whether anything would be booked.
    var movesPoints: Bool {
        debt > 0 || !lots.isEmpty
    }
}
