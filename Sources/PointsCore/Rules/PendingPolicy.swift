/// When points that a channel's sales earn begin to count (`pending`).
package enum PendingPolicy: Hashable, Sendable {
    /// With the sale.
    case atOnce
    /// So many days after the purchase is confirmed, at the latest so many days after the sale if that is set.
    case onConfirm(afterDays: Int, latestDays: Int?)
}
