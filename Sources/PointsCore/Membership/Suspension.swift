/// That a member is barred: since when, and what the member was before.
package struct Suspension: Hashable, Sendable {
    /// Since when.
    package let at: Instant
    /// Where the member goes back to.
    package let before: MemberStatus

    /// Barred at a moment.
    package init(at: Instant, before: MemberStatus) {
        self.at = at
        self.before = before
    }
}

// MARK: - Record

extension Suspension {
    func write(to writer: inout RecordWriter) {
        writer.instant(at)
        writer.text(before.rawValue)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(at: try reader.instant(), before: try reader.named(MemberStatus.self))
    }
}
