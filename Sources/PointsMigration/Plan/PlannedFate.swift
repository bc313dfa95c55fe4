/// What the plan does with a row: every row has exactly one.
package enum PlannedFate: String, CaseIterable, Sendable {
    /// It becomes a member.
    case create
    /// It belongs to a member that another row creates or the program has.
    case join
    /// The program has all of it.
    case unchanged
    /// A person must look.
    case review
    /// It cannot be migrated.
    case reject
}
