/// What is still kept of the person behind a member, as a fold over the member's entries.
package struct KeptPerson: Hashable, Sendable {
    /// Whether the personal data is gone.
    package private(set) var isErased = false

    /// Everything is kept.
    package init() {}

    /// Carries out what has happened to the member.
    mutating func apply(_ event: Event) {
        switch event {
        case .erased: isErased = true
        // What is told on coming back is kept.
        case .rejoined: isErased = false
        default: break
        }
    }
}

// MARK: - Projection row

extension KeptPerson {
    func write(to writer: inout RecordWriter) {
        writer.flag(isErased)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        isErased = try reader.flag()
    }
}
