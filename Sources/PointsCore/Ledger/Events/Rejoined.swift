/// A person who had left is a member again.
package struct Rejoined: Hashable, Sendable {
    /// The business day on which the new period begins.
    package let on: CivilDate
    /// Forfeited points that came back.
    package let restored: Int64
    /// Whether the rank of the period before goes on.
    package let keepsTier: Bool

    /// A new period from a day.
    package init(on: CivilDate, restored: Int64, keepsTier: Bool = false) {
        self.on = on
        self.restored = restored
        self.keepsTier = keepsTier
    }
}
