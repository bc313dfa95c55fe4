/// The number under which the answer to a request comes later; its owner gives each number once.
package struct HTTPTicket: Hashable, Sendable {
    private let number: Int

    /// The ticket of that number.
    package init(_ number: Int) { self.number = number }
}
