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
}
