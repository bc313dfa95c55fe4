/// What a member does that may move the expiry of the whole balance on (`expiry.activities`).
package enum Activity: String, Hashable, Sendable, CaseIterable {
    /// Buys something.
    case purchase
    /// Buys something that earns at least one point.
    case earn
    /// Pays with points.
    case redeem
    /// Gets an order shipped.
    case confirm
    /// Is given points by hand.
    case grant
    /// Does something besides buying: writes a review, answers a survey.
    case activity
}
