/// So many pieces of a line, as a request names it.
package struct NamedPieces: Hashable, Sendable {
    /// What the channel calls the line.
    package let line: String
    /// How many, above zero.
    package let quantity: Int64

    /// So many pieces of the line of that name.
    package init(line: String, quantity: Int64) {
        self.line = line
        self.quantity = quantity
    }
}
