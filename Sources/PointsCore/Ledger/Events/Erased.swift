/// The personal data of somebody who had left is gone.
package struct Erased: Hashable, Sendable {
    /// Whether nobody asked: the days had passed for which it is kept.
    package let isDue: Bool
    /// Whether the person would not be recognised any more on coming back.
    package let isForgotten: Bool

    /// An erasure.
    package init(isDue: Bool, isForgotten: Bool) {
        self.isDue = isDue
        self.isForgotten = isForgotten
    }
}

// MARK: - Canonical bytes

extension Erased {
    func write(to writer: inout RecordWriter) {
        writer.flag(isDue)
        writer.flag(isForgotten)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(isDue: try reader.flag(), isForgotten: try reader.flag())
    }
}
