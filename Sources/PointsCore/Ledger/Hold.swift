/// Points set aside for an order until they are captured, released or timed out.
package struct Hold: Hashable, Sendable {
    /// The entry that placed it.
    package let id: JournalPosition
    /// Where the points came from, in consumption order.
    package var lots: [Lot]
    /// The order they wait for, if it was named.
    package let order: String?
    /// From this moment on the hold no longer binds.
    package let expiresAt: Instant

    /// Points waiting for an order.
    package init(id: JournalPosition, lots: [Lot], order: String?, expiresAt: Instant) {
        self.id = id
        self.lots = lots
        self.order = order
        self.expiresAt = expiresAt
    }

    /// How many points are set aside.
    package var points: Int64 { lots.reduce(0) { $0 + $1.points } }
}
