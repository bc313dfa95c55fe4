/// Why a member does not get an offer.
package enum OfferObstacle: String, Hashable, Sendable, CaseIterable {
    /// Its days have not begun, or are over.
    case notInForce = "not_in_force"
    /// It is shown in other channels.
    case otherChannel = "other_channel"
    /// The member has not agreed to what its segment needs.
    case noConsent = "no_consent"
    /// The member is not in its segment.
    case notInSegment = "not_in_segment"
    /// The member has claimed it as often as one may.
    case usedUp = "used_up"
    /// What is left of its budget is not enough for another claim.
    case budgetSpent = "budget_spent"

    /// The same in a sentence.
    var sentence: String {
        switch self {
        case .notInForce: "its days have not begun, or are over"
        case .otherChannel: "it is for other channels"
        case .noConsent: "the member has not agreed to what its segment needs"
        case .notInSegment: "the member is not in its segment"
        case .usedUp: "the member has claimed it as often as one may"
        case .budgetSpent: "its budget is spent"
        }
    }
}
