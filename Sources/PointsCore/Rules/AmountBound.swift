/// At least and at most so much, both ends included.
package struct AmountBound: Hashable, Sendable {
    /// The least; `nil` without one.
    package let min: Int64?
    /// The most; `nil` without one.
    package let max: Int64?

    /// Between two bounds.
    package init(min: Int64? = nil, max: Int64? = nil) {
        self.min = min
        self.max = max
    }

    /// Whether an amount lies within.
    package func contains(_ amount: Int64) -> Bool {
        amount >= min ?? Int64.min && amount <= max ?? Int64.max
    }
}
