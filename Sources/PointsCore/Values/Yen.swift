/// An amount of money in the currency's minor unit: whole yen, or cents where the currency has them.
package struct Yen: Hashable, Comparable, Sendable {
    /// The most that one line of a basket may cost: 10¹².
    ///
    /// A thousand lines still fit an `Int64`.
    package static let max = Yen(1_000_000_000_000)
    /// No money.
    package static let zero = Yen(0)

    /// How many minor units; negative for money that goes back.
    package let amount: Int64

    /// So many minor units.
    package init(_ amount: Int64) {
        self.amount = amount
    }

    /// Less money comes first.
    package static func < (left: Yen, right: Yen) -> Bool { left.amount < right.amount }
    /// The sum; amounts of 10¹² leave room for a million of them.
    package static func + (left: Yen, right: Yen) -> Yen { Yen(left.amount + right.amount) }
    /// The difference, negative if more is taken away.
    package static func - (left: Yen, right: Yen) -> Yen { Yen(left.amount - right.amount) }
}
