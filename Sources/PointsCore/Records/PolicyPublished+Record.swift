// MARK: - Canonical bytes

extension PolicyPublished {
    func write(to writer: inout RecordWriter) {
        writer.text(purpose)
        writer.list(companies) { $0.text($1) }
        writer.text(version.name)
        writer.flag(version.asksAnew)
        writer.optional(version.url) { $0.text($1) }
        writer.optional(version.textHash) { $0.raw($1) }
        writer.instant(effectiveFrom)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            purpose: try reader.text(),
            companies: try reader.list { reader throws(LedgerFault) in try reader.text() },
            version: PolicyVersion(
                name: try reader.text(), asksAnew: try reader.flag(),
                url: try reader.optionalText(),
                textHash: try reader.optional { reader throws(LedgerFault) in try reader.raw() }),
            effectiveFrom: try reader.instant())
    }
}
