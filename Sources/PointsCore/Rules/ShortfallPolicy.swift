/// What happens when a claw-back asks for more than is left (`shortfall`).
package enum ShortfallPolicy: String, Hashable, Sendable, CaseIterable {
    /// The member owes it; the next earnings pay it first.
    case debt
    /// That much money is kept back from the refund.
    case refund
    /// The program writes it off.
    case forgive
}
