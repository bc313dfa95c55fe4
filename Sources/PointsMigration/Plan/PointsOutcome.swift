/// Where the points of a row go: every row has exactly one.
package enum PointsOutcome: String, CaseIterable, Sendable {
    /// Into the ledger.
    case moved
    /// Nowhere: the file has none, or zero.
    case none
    /// Nowhere: their last day has passed.
    case expired
    /// Nowhere: they are a copy of a balance that another row moves.
    case copied
    /// Into the ledger by an earlier plan.
    case importedBefore = "imported_before"
    /// They wait for a person's decision.
    case review
    /// They stay behind; the row says why.
    case rejected
}
