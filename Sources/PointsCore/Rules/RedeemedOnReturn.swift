/// Where redeemed points stay when part of a basket comes back (`returns.redeemed`).
package enum RedeemedOnReturn: String, Hashable, Sendable, CaseIterable {
    /// They stay on what is kept; money goes back first.
    case keepOnRemaining = "keep_on_remaining"
    /// They go back in proportion to what comes back.
    case prorate
    /// They go back before money does.
    case restoreFirst = "restore_first"
}
