/// How far a purchase has come.
package enum PurchaseStatus: String, Hashable, Sendable, CaseIterable {
    /// Recorded; its points wait for a confirmation.
    case pending
    /// Sold and, where that is needed, confirmed.
    case completed
    /// Some of it came back.
    case partlyReturned = "partly_returned"
    /// All of it came back.
    case returned
    /// All of it was undone on the same business day or before shipment.
    case voided

    /// Whether anything of it is left.
    package var stands: Bool {
        switch self {
        case .pending, .completed, .partlyReturned: true
        case .returned, .voided: false
        }
    }
}
