// MARK: - Canonical bytes

extension PreferenceSetting {
    func write(to writer: inout RecordWriter) {
        writer.text(preference)
        writer.flag(isOn)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(preference: try reader.text(), isOn: try reader.flag())
    }
}
