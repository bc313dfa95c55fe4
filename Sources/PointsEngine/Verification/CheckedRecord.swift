internal import PointsCore
internal import PointsStore

/// A row of the journal, read and held against its own bytes: everything about it that needs no other row.
///
/// A class, because an entry has many parts and goes from hand to hand.
final class CheckedRecord: Sendable {
    let position: JournalPosition
    /// The member that the row says it is about.
    let member: Int64
    let hash: [UInt8]
    /// The entry; `nil` if its bytes cannot be read or contradict the row.
    let entry: Entry?
    /// What is wrong with the bytes or the hash.
    let difference: Verification.Difference?

    init(_ linked: LinkedRecord) {
        let record = linked.record
        position = record.position
        member = record.member
        hash = record.hash
        let read = CheckedRecord.entry(of: record)
        entry = read.entry
        guard read.difference == nil, let previous = linked.previousHash,
            Entry.hash(of: record.body, after: previous) != record.hash
        else {
            difference = read.difference
            return
        }
        let fault = LedgerFault.hashBroken(record.position)
        difference = .init(
            invariant: fault.invariant, member: record.member, transaction: record.position,
            detail: fault.message)
    }

    private static func entry(
        of record: JournalRecord
    ) -> (entry: Entry?, difference: Verification.Difference?) {
        do throws(StoreError) {
            let entry = try record.entry()
            if entry.position == record.position, entry.member == record.member {
                return (entry, nil)
            }
            return (
                nil,
                .init(
                    invariant: "journal.row", member: record.member, transaction: record.position,
                    detail: "the row and its entry disagree about place or member")
            )
        } catch {
            return (
                nil,
                .init(
                    invariant: "journal.bytes", member: record.member,
                    transaction: record.position, detail: error.message)
            )
        }
    }
}
