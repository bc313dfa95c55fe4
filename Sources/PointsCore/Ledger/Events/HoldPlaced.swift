/// Points were set aside.
package struct HoldPlaced: Hashable, Sendable {
    /// The order they wait for, if it was named.
    package let order: String?
    /// How many.
    package let points: Int64
    /// Until when.
    package let expiresAt: Instant

    /// So many points until then.
    package init(order: String?, points: Int64, expiresAt: Instant) {
        self.order = order
        self.points = points
        self.expiresAt = expiresAt
    }
}
