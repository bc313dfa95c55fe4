/// Where points are, or what became of them.
///
/// A positive posting on a member account is a liability of the program; the accounts of the program carry
/// the other side, split by the company that issued the points.
package enum Account: Hashable, Sendable {
    /// Spendable lots of the member.
    case available
    /// Earned but not yet confirmed (仮ポイント).
    case pending
    /// Set aside for orders.
    case held
    /// Owed by the member; zero or negative.
    case debt
    /// Granted by a company.
    case issued(company: String)
    /// Paid with, by issuing company.
    case redeemed(company: String)
    /// Past their last day.
    case expired(company: String)
    /// Lost by leaving.
    case forfeited(company: String)
    /// Corrected by hand or written off by policy.
    case adjusted(company: String)
    /// On the way from one member to another: always zero once both have it written down.
    case merged(company: String)
    /// Brought in from another system.
    case migrated(company: String, source: String)
}

extension Account {
    /// The name in histories and exports.
    package var name: String {
        switch self {
        case .available: "available"
        case .pending: "pending"
        case .held: "held"
        case .debt: "debt"
        case .issued: "issued"
        case .redeemed: "redeemed"
        case .expired: "expired"
        case .forfeited: "forfeited"
        case .adjusted: "adjusted"
        case .merged: "merged"
        case .migrated: "migrated"
        }
    }

    /// Whether the account is the member's, not the program's.
    package var isMembers: Bool {
        switch self {
        case .available, .pending, .held, .debt: true
        case .issued, .redeemed, .expired, .forfeited, .adjusted, .merged, .migrated: false
        }
    }

    /// The issuing company of a program account.
    package var company: String? {
        switch self {
        case .available, .pending, .held, .debt: nil
        case .issued(let company), .redeemed(let company), .expired(let company),
            .forfeited(let company), .adjusted(let company), .merged(let company),
            .migrated(let company, _):
            company
        }
    }

    /// The source of migrated points.
    package var source: String? {
        if case .migrated(_, let source) = self { source } else { nil }
    }
}
