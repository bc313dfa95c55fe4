package import PointsCore

/// Rows that were folded from the journal, ready to be written, each list in the order of its keys.
package struct ProjectionRows: Sendable {
    /// The journal position they stand for.
    package var position: JournalPosition
    /// The program's state there.
    package var program: [UInt8]
    /// Members by row number.
    package var members: [MemberRow] = []
    /// Purchases to which something happened, by position.
    package var purchases: [(Int64, [UInt8])] = []
    /// Days by number.
    package var days: [(Int64, [UInt8])] = []
    /// Holds that were captured, in part or whole, or ended.
    package var holds: [(Int64, [UInt8])] = []
    /// Order numbers.
    package var orders: [(OrderKey, JournalPosition)] = []
    /// Idempotency keys.
    package var keys: [(String, KeyRecord)] = []

    /// No rows yet, for a position.
    package init(position: JournalPosition, program: [UInt8]) {
        self.position = position
        self.program = program
    }
}
