/// A member who was barred is not any more.
package struct Resumed: Hashable, Sendable {
    /// Why, as the operator wrote it; no names.
    package let reason: String
    /// Where the member stands again.
    package let status: MemberStatus

    /// Standing again where the member stood before.
    package init(reason: String, status: MemberStatus) {
        self.reason = reason
        self.status = status
    }
}

// MARK: - Canonical bytes

extension Resumed {
    func write(to writer: inout RecordWriter) {
        writer.text(reason)
        writer.text(status.rawValue)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(reason: try reader.text(), status: try reader.named(MemberStatus.self))
    }
}
