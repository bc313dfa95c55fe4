/// Something of a period that two sets of rules have judged again.
package enum Rehearsed: Hashable, Sendable {
    /// A sale.
    case sale(RehearsedSale)
    /// Something that a member did besides buying.
    case activity(RehearsedActivity)
}
