/// A member left, and what was lost by it.
package struct Withdrawn: Hashable, Sendable {
    /// Why, as the operator wrote it; no names.
    package let reason: String
    /// Spendable points forfeited.
    package let forfeited: Int64
    /// Pending points cancelled.
    package let cancelledPending: Int64
    /// Held points whose holds were released before the forfeit.
    package let releasedHolds: Int64

    /// Leaving with these losses.
    package init(
        reason: String, forfeited: Int64, cancelledPending: Int64, releasedHolds: Int64
    ) {
        self.reason = reason
        self.forfeited = forfeited
        self.cancelledPending = cancelledPending
        self.releasedHolds = releasedHolds
    }
}
