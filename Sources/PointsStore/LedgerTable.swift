/// A table whose rows are folded from the journal, and how they are counted.
package enum LedgerTable: String, Hashable, Sendable, CaseIterable {
    /// Idempotency keys.
    case keys
    /// Order numbers.
    case orders
    /// Holds that were captured, in part or whole, or ended.
    case holds
    /// Members.
    case members
    /// Purchases to which something happened.
    case purchases

    var countStatement: StaticString {
        switch self {
        case .keys: "SELECT count(*) FROM keys"
        case .orders: "SELECT count(*) FROM orders"
        case .holds: "SELECT count(*) FROM holds"
        case .members: "SELECT count(*) FROM members"
        case .purchases: "SELECT count(*) FROM purchases"
        }
    }
}
