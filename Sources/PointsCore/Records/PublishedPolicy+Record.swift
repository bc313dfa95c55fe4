// MARK: - Canonical bytes

extension PublishedPolicy {
    func write(to writer: inout RecordWriter) {
        writer.position(position)
        policy.write(to: &writer)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(position: try reader.position(), policy: try PolicyPublished(from: &reader))
    }
}
