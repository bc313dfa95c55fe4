/// So many pieces of a line, by its place in the basket.
package struct LinePieces: Hashable, Sendable {
    /// The place of the line in the basket, from 0.
    package let line: Int
    /// How many, above zero.
    package let quantity: Int64

    /// So many pieces of the line at that place.
    package init(line: Int, quantity: Int64) {
        self.line = line
        self.quantity = quantity
    }
}
