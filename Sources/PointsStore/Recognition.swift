/// Whose an identity was that belongs to nobody any more, as its keyed hash is remembered.
package struct Recognition: Hashable, Sendable {
    /// The member's row number.
    package let member: Int64
    /// How they lost it.
    package let reason: Reason

    /// How somebody lost an identity.
    package enum Reason: Int64, Sendable {
        /// It was taken off.
        case takenOff = 0
        /// They left with it.
        case left = 1
        /// It had been reported lost when they left.
        case lost = 2
    }
}
