// MARK: - Canonical bytes

extension ConsentsRecorded {
    func write(to writer: inout RecordWriter) {
        writer.list(answers) { $1.write(to: &$0) }
        writer.position(previous)
        writer.flag(isStep)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            answers: try reader.list { reader throws(LedgerFault) in
                try ConsentAnswer(from: &reader)
            },
            previous: try reader.position(), isStep: try reader.flag())
    }
}
