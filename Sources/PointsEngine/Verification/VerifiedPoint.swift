internal import PointsCore
internal import PointsStore

/// Up to where everything was verified, and what must be known there to go on.
package struct VerifiedPoint: Hashable, Sendable {
    /// The last entry that was verified; the projections stood for it.
    let position: JournalPosition
    /// Its hash.
    let hash: [UInt8]
    /// The program's state there.
    let program: ProgramState
    /// The days' books there, in order.
    let days: [DayBook]
    /// The rows of tables there.
    let rows: [LedgerTable: Int64]
    /// The last entry of each member there, in the order of their numbers.
    let heads: [JournalPosition]

    /// Before the first entry.
    static let start = VerifiedPoint(
        position: .none, hash: [], program: ProgramState(), days: [], rows: [:], heads: [])

    /// The last entry of a member; none if the member joined later.
    func head(of member: Int64) -> JournalPosition {
        member > 0 && member <= Int64(heads.count) ? heads[Int(member - 1)] : .none
    }
}

// MARK: - Canonical bytes

extension VerifiedPoint {
    private static let version: UInt8 = 1

    /// What stands in the file.
    func record() -> [UInt8] {
        var writer = RecordWriter()
        writer.tag(VerifiedPoint.version)
        writer.position(position)
        writer.raw(hash)
        writer.raw(program.record())
        writer.list(days) { $0.raw($1.record()) }
        writer.list(RowCounts.tables) { $0.number(rows[$1] ?? 0) }
        writer.list(heads) { $0.position($1) }
        return writer.bytes()
    }

    /// Reads what ``record()`` wrote.
    init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        guard try reader.tag() == VerifiedPoint.version else {
            throw reader.fault("the version of a verified point")
        }
        position = try reader.position()
        hash = try reader.raw()
        program = try ProgramState(record: try reader.raw())
        days = try reader.list { reader throws(LedgerFault) in
            try DayBook(record: try reader.raw())
        }
        let counts = try reader.list { reader throws(LedgerFault) in try reader.number() }
        guard counts.count == RowCounts.tables.count else { throw reader.fault("counts of rows") }
        rows = Dictionary(uniqueKeysWithValues: zip(RowCounts.tables, counts))
        heads = try reader.list { reader throws(LedgerFault) in try reader.position() }
        try reader.finish()
    }
}
