internal import PointsCore
internal import PointsStore

/// A row of the journal with what its hash must follow from.
struct LinkedRecord: Sendable {
    /// The row.
    let record: JournalRecord
    /// The hash of the member's row before, empty for the first; `nil` if another pass looks at it.
    let previousHash: [UInt8]?
}
