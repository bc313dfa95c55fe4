/// One transaction of the journal: what happened, why, and the postings that sum to zero.
package struct Entry: Hashable, Sendable {
    /// Its place in the journal.
    package let position: JournalPosition
    /// The member it is about, by row number; 0 for the program itself.
    package let member: Int64
    /// The member's entry before this one.
    package let previous: JournalPosition
    /// Who, why and when.
    package let cause: Cause
    /// What happened.
    package let event: Event
    /// What it moved.
    package let postings: [Posting]
    /// The member's balance afterwards, judged at `cause.occurredAt`.
    package let after: Balance

    /// The member number under which the program's own entries are chained.
    package static let programMember: Int64 = 0

    /// An entry with all its parts.
    package init(
        position: JournalPosition, member: Int64, previous: JournalPosition, cause: Cause,
        event: Event, postings: [Posting], after: Balance
    ) {
        self.position = position
        self.member = member
        self.previous = previous
        self.cause = cause
        self.event = event
        self.postings = postings
        self.after = after
    }

    /// The same with another balance, for a preview.
    package func with(after balance: Balance) -> Entry {
        Entry(
            position: position, member: member, previous: previous, cause: cause, event: event,
            postings: postings, after: balance)
    }

    /// The hash that ties an entry to the member's chain: SHA-256(previous hash ‖ canonical bytes).
    package static func hash(of bytes: [UInt8], after previousHash: [UInt8]) -> [UInt8] {
        SHA256.digest(previousHash, bytes)
    }

    /// Holds placed before that the entry captures, in part or whole, or ends.
    package var touchedHolds: [JournalPosition] {
        switch event {
        case .holdReleased(let hold), .holdTimedOut(let hold): return [hold]
        case .purchaseRecorded(let recorded): return recorded.hold.map { [$0] } ?? []
        case .withdrawn:
            var holds: [JournalPosition] = []
            for posting in postings where posting.account == .held {
                if let owner = posting.owner, !holds.contains(owner) { holds.append(owner) }
            }
            return holds
        default: return []
        }
    }

    /// Those of them that the entry ends.
    package var endedHolds: [JournalPosition] {
        if case .purchaseRecorded(let recorded) = event, recorded.keepsHold { return [] }
        return touchedHolds
    }

    /// Checks that the postings sum to zero.
    package func checkBalance() throws(LedgerFault) {
        // In 128 bits: a journal that somebody changed must not make the sum overflow.
        let sum = postings.reduce(Int128(0)) { $0 + Int128($1.points) }
        guard sum == 0 else { throw .unbalanced(sum: Int64(clamping: sum)) }
    }
}
