/// How a request names a purchase.
package enum PurchaseReference: Hashable, Sendable {
    /// By id.
    case id(JournalPosition)
    /// By its order number, which is unique in its channel.
    case order(channel: String, order: String)
}

extension PurchaseReference: CustomStringConvertible {
    /// The id, or the order and its channel.
    package var description: String {
        switch self {
        case .id(let position): position.text(prefix: JournalPosition.purchasePrefix)
        case .order(let channel, let order): "\"\(order)\" in \"\(channel)\""
        }
    }
}
