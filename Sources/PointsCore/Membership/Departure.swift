/// What a member left behind on leaving: it may come back within the program's days of grace.
package struct Departure: Hashable, Sendable {
    /// When.
    package let at: Instant
    /// The forfeited lots, as far as nothing has become of them since.
    package internal(set) var lots: [Lot]

    /// Leaving these lots behind.
    package init(at: Instant, lots: [Lot]) {
        self.at = at
        self.lots = lots
    }
}
