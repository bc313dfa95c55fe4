/// What an earning rule gives (`award`).
package enum Award: Hashable, Sendable {
    /// Points for money.
    case rate(Rate)
    /// So many points for an order.
    case fixed(points: Int64)
    /// So many points for each piece.
    case perItem(points: Int64)
    /// So many times what the named rules gave: the rule itself gives the difference. `rounded` tells whether what they
    /// gave is rounded before it is multiplied.
    case multiply(by: Fraction, of: [String], rounded: Bool)
    /// Points for the money for which the named rules gave theirs: an extra share of the same base. `rounded` tells whether
    /// the extra is rounded by itself, or together with what they gave.
    case addPercent(share: Fraction, of: [String], rounded: Bool)

    /// The rules on whose points it builds; `nil` if it looks at the basket itself.
    package var sources: [String]? {
        switch self {
        case .multiply(_, let ids, _), .addPercent(_, let ids, _): ids
        case .rate, .fixed, .perItem: nil
        }
    }

    /// Whether it counts line by line, so that a line may be taken by a more specific rule.
    package var countsLines: Bool {
        switch self {
        case .rate, .perItem: true
        case .fixed, .multiply, .addPercent: false
        }
    }
}
