/// A table whose rows are folded from the journal: what they are and how they are counted, listed and cleared.
package enum LedgerTable: String, Hashable, Sendable, CaseIterable {
    /// Members.
    case members
    /// Purchases to which something happened.
    case purchases
    /// Holds that were captured, in part or whole, or ended.
    case holds
    /// Days on which something is booked.
    case days
    /// Order numbers.
    case orders
    /// Idempotency keys.
    case keys
    /// The position that all of them stand for, and the program's own state.
    case projection

    var countStatement: StaticString {
        switch self {
        case .members: "SELECT count(*) FROM members"
        case .purchases: "SELECT count(*) FROM purchases"
        case .holds: "SELECT count(*) FROM holds"
        case .days: "SELECT count(*) FROM days"
        case .orders: "SELECT count(*) FROM orders"
        case .keys: "SELECT count(*) FROM keys"
        case .projection: "SELECT count(*) FROM projection"
        }
    }

    /// What was folded into a scratch place, in the order of the key, which comes first.
    var scratchStatement: StaticString {
        switch self {
        case .members: "SELECT * FROM main.members ORDER BY number"
        case .purchases: "SELECT * FROM main.purchases ORDER BY position"
        case .holds: "SELECT * FROM main.holds ORDER BY position"
        case .days: "SELECT * FROM main.days ORDER BY day"
        case .orders: "SELECT * FROM main.orders ORDER BY channel, \"order\""
        case .keys: "SELECT * FROM main.keys ORDER BY key"
        case .projection: "SELECT * FROM main.projection ORDER BY one"
        }
    }

    /// What the database that is compared holds, in the same order.
    var keptStatement: StaticString {
        switch self {
        case .members: "SELECT * FROM kept.members ORDER BY number"
        case .purchases: "SELECT * FROM kept.purchases ORDER BY position"
        case .holds: "SELECT * FROM kept.holds ORDER BY position"
        case .days: "SELECT * FROM kept.days ORDER BY day"
        case .orders: "SELECT * FROM kept.orders ORDER BY channel, \"order\""
        case .keys: "SELECT * FROM kept.keys ORDER BY key"
        case .projection: "SELECT * FROM kept.projection ORDER BY one"
        }
    }

    /// How many columns make the key.
    var keyColumns: Int {
        switch self {
        case .members, .purchases, .holds, .days, .keys, .projection: 1
        case .orders: 2
        }
    }
}
