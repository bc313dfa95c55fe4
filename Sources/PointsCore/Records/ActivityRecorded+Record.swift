// MARK: - Canonical bytes

extension ActivityRecorded {
    func write(to writer: inout RecordWriter) {
        writer.text(activity)
        writer.optional(counts) { $0.position($1) }
        writer.optional(subject) { $0.text($1) }
        writer.optional(reference) { $0.text($1) }
        writer.list(lots) { $1.write(to: &$0) }
        writer.list(awards) { $1.write(to: &$0) }
        writer.list(capUses) { $1.write(to: &$0) }
        writer.list(spentRules) { $0.text($1) }
        writer.list(previous) { $0.position($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            activity: try reader.text(),
            counts: try reader.optional { reader throws(LedgerFault) in try reader.position() },
            subject: try reader.optionalText(),
            reference: try reader.optionalText(),
            lots: try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) },
            awards: try reader.list { reader throws(LedgerFault) in
                try RuleAward(from: &reader)
            },
            capUses: try reader.list { reader throws(LedgerFault) in try CapUse(from: &reader) },
            spentRules: try reader.list { reader throws(LedgerFault) in try reader.text() },
            previous: try reader.list { reader throws(LedgerFault) in try reader.position() })
    }
}
