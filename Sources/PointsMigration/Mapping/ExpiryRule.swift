/// When points expire for which the file gives no date.
package enum ExpiryRule: Hashable, Sendable {
    /// Never.
    case never

    /// So many months after the day of the plan.
    case monthsFromPlan(Int)
}
