@testable import PointsCore

// MARK: - Ranks

extension Shop {
    /// The rank at noon of a day.
    func rank(on day: String) -> TierView? {
        member?.tierView(
            under: rules, reviewedBy: TierTimeline(rules.tiers), at: Times.noon(day))
    }

    /// The rank by which the entries so far have judged each sale.
    var ranksOfSales: [String?] {
        entries.compactMap { entry in
            guard case .purchaseRecorded(let recorded) = entry.event else { return nil }
            return .some(recorded.standing.tier)
        }
    }
}
