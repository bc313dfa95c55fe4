// MARK: - Canonical bytes

extension TierStep {
    func write(to writer: inout RecordWriter) {
        count.write(to: &writer)
        writer.count(windowMonths)
        writer.number(basis)
        writer.optional(standing) { $1.write(to: &$0) }
        writer.flag(isChange)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            count: try TierCount(from: &reader), windowMonths: try reader.months(),
            basis: try reader.number(),
            standing: try reader.optional { reader throws(LedgerFault) in
                try TierStanding(from: &reader)
            }, isChange: try reader.flag())
    }
}

extension TierCount {
    func write(to writer: inout RecordWriter) {
        writer.tag(metric.rawValue)
        writer.date(month)
        writer.number(amount)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        guard let metric = TierMetric(rawValue: try reader.tag()) else {
            throw reader.fault("the tag of what counts towards a rank")
        }
        self.init(metric: metric, month: try reader.date(), amount: try reader.number())
    }
}

extension TierStanding {
    func write(to writer: inout RecordWriter) {
        writer.text(tier)
        writer.instant(since)
        writer.optional(keptThrough) { $0.date($1) }
        writer.text(before)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            tier: try reader.text(), since: try reader.instant(),
            keptThrough: try reader.optional { reader throws(LedgerFault) in try reader.date() },
            before: try reader.text())
    }
}

extension TierReviewed {
    func write(to writer: inout RecordWriter) {
        writer.text(from)
        writer.optional(standing) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            from: try reader.text(),
            standing: try reader.optional { reader throws(LedgerFault) in
                try TierStanding(from: &reader)
            })
    }
}

extension RecordReader {
    /// Months of a window.
    fileprivate mutating func months() throws(LedgerFault) -> Int {
        let months = try count()
        guard (1...CoreLimits.tierWindowMonthsMax).contains(months) else {
            throw fault("1 to \(CoreLimits.tierWindowMonthsMax) months")
        }
        return months
    }
}
