internal import PointsCore
internal import PointsStore

/// Reads the journal once: rows are linked to those before them as they are read, and their bytes are decoded and hashed
/// wherever a core is free.
struct JournalReader {
    /// The members whose chains are looked at.
    let members: ClosedRange<Int64>

    /// The hash of the last row of each of their chains, by number from the first of the range.
    private var heads: [[UInt8]]
    /// The hash of the last row of the program's own chain.
    private var programHead: [UInt8]
    /// How many members of the range there may be: no more than there are rows.
    private var membersMax: Int

    private let belt = JournalBelt<LinkedRecord, CheckedRecord>(CheckedRecord.init)

    /// A reading after a point.
    init(members: ClosedRange<Int64>, after point: VerifiedPoint = .start) {
        self.members = members
        heads = [[UInt8]](repeating: [], count: point.heads.count)
        programHead = point.program.head.hash
        membersMax = point.heads.count
    }

    /// Says where a chain stands before the first row that is read.
    mutating func setHead(of member: Int64, _ hash: [UInt8]) {
        heads[Int(member - members.lowerBound)] = hash
    }

    /// Gives every row after a position, through another, in order.
    ///
    /// - Parameters:
    ///   - store: Where the journal is.
    ///   - first: The position before the first row.
    ///   - last: The position of the last row, or any after it.
    ///   - isFiltered: Whether rows of other members are left out; otherwise they are given without a look at their chain.
    ///   - body: Takes each row.
    /// - Throws: ``StoreError``
    mutating func read(
        _ store: LedgerStore, after first: JournalPosition, through last: JournalPosition,
        filtered isFiltered: Bool, _ body: (CheckedRecord) throws(StoreError) -> Void
    ) throws(StoreError) {
        let belt = belt
        try belt.read(
            store, after: first, through: last,
            members: isFiltered ? members : Int64.min...Int64.max, as: { link($0) }, body)
    }

    private mutating func link(_ record: JournalRecord) -> LinkedRecord {
        if record.member == Entry.programMember, members.lowerBound == 1 {
            defer { programHead = record.hash }
            return LinkedRecord(record: record, previousHash: programHead)
        }
        membersMax += 1
        guard members.contains(record.member), record.member - members.lowerBound < membersMax
        else { return LinkedRecord(record: record, previousHash: nil) }
        let place = Int(record.member - members.lowerBound)
        while heads.count <= place { heads.append([]) }
        defer { heads[place] = record.hash }
        return LinkedRecord(record: record, previousHash: heads[place])
    }
}
