/// What has become of a hold, as a fold over the entries that touch it.
///
/// It may be captured piece by piece; it ends exactly once.
package struct HoldProgress: Hashable, Sendable {
    /// Open, or how it ended.
    package private(set) var status: HoldStatus
    /// Points that purchases took so far.
    package private(set) var captured: Int64
    /// The entry that ended it; `nil` while it is open.
    package private(set) var endedBy: JournalPosition?

    /// A hold of which so much is captured; without parts, one to which nothing has happened yet.
    package init(
        status: HoldStatus = .open, captured: Int64 = 0, endedBy: JournalPosition? = nil
    ) {
        self.status = status
        self.captured = captured
        self.endedBy = endedBy
    }

    /// Carries out an entry that touches the hold.
    ///
    /// - Throws: ``LedgerFault/holdMissing(_:)`` if the hold had ended before.
    package mutating func apply(_ entry: Entry, to hold: JournalPosition) throws(LedgerFault) {
        guard status == .open else { throw .holdMissing(hold) }
        switch entry.event {
        case .purchaseRecorded(let recorded):
            captured += recorded.summary.redeemed
            // A sale that was voided before it arrived takes nothing and lets its hold go.
            let takesNone = recorded.summary.status == .voided
            if !recorded.keepsHold { end(as: takesNone ? .released : .captured, by: entry) }
        case .holdTimedOut: end(as: .expired, by: entry)
        default: end(as: .released, by: entry)
        }
    }

    private mutating func end(as status: HoldStatus, by entry: Entry) {
        self.status = status
        endedBy = entry.position
    }

    /// A projection row.
    package func record() -> [UInt8] {
        var writer = RecordWriter()
        writer.text(status.rawValue)
        writer.number(captured)
        writer.optional(endedBy) { $0.position($1) }
        return writer.bytes()
    }

    /// Reads what ``record()`` wrote.
    package init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        status = try reader.named(HoldStatus.self)
        captured = try reader.number()
        endedBy = try reader.optional { reader throws(LedgerFault) in try reader.position() }
        try reader.finish()
    }
}
