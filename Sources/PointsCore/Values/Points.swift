/// A whole number of points, from zero to ``Points/max``.
///
/// Points are never negative: a debit is a posting with a sign, not a negative amount.
package struct Points: Hashable, Comparable, Sendable {
    /// The most points one account may hold: 10¹².
    ///
    /// Two maxima still fit an `Int64`, so one addition cannot wrap.
    package static let max = Points(unchecked: 1_000_000_000_000)
    /// No points.
    package static let zero = Points(unchecked: 0)

    /// How many, 0…10¹².
    package let count: Int64

    /// - Throws: ``Refusal/pointsOutOfRange(_:)`` if `count` is negative or above ``max``.
    package init(_ count: Int64) throws(Refusal) {
        guard (0...Points.max.count).contains(count) else { throw .pointsOutOfRange(count) }
        self.init(unchecked: count)
    }

    /// A count that is already known to lie in range.
    init(unchecked count: Int64) {
        assert((0...1_000_000_000_000).contains(count), "points out of range")
        self.count = count
    }

    /// Fewer points come first.
    package static func < (left: Points, right: Points) -> Bool {
        left.count < right.count
    }
}
