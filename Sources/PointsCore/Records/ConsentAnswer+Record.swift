// MARK: - Canonical bytes

extension ConsentAnswer {
    func write(to writer: inout RecordWriter) {
        writer.text(topic.purpose)
        writer.text(topic.company)
        writer.text(version)
        writer.flag(isGranted)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            topic: ConsentTopic(purpose: try reader.text(), company: try reader.text()),
            version: try reader.text(), isGranted: try reader.flag())
    }
}
