// MARK: - Canonical bytes

extension OfferClaimed {
    func write(to writer: inout RecordWriter) {
        writer.text(offer)
        writer.list(lots) { $1.write(to: &$0) }
        writer.list(awards) { $1.write(to: &$0) }
        writer.list(capUses) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            offer: try reader.text(),
            lots: try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) },
            awards: try reader.list { reader throws(LedgerFault) in
                try RuleAward(from: &reader)
            },
            capUses: try reader.list { reader throws(LedgerFault) in try CapUse(from: &reader) })
    }
}
