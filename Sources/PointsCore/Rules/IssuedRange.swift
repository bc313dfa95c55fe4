/// Card numbers that were printed: all of one length between two, both included.
package struct IssuedRange: Hashable, Sendable {
    /// The first, in digits.
    package let from: String
    /// The last, in as many digits.
    package let to: String

    /// A range; as many digits on both sides.
    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// Whether a number is one of them.
    package func contains(_ number: String) -> Bool {
        number.utf8.count == from.utf8.count
            && number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && !number.utf8.lexicographicallyPrecedes(from.utf8)
            && !to.utf8.lexicographicallyPrecedes(number.utf8)
    }
}
