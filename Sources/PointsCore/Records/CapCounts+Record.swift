// MARK: - Projection row

extension CapCounts {
    func write(to writer: inout RecordWriter) {
        writer.list(counts) { writer, count in
            writer.text(count.rule)
            switch count.period {
            case .ever: writer.tag(1)
            case .month(let month):
                writer.tag(2)
                writer.date(month)
            case .day(let day):
                writer.tag(3)
                writer.date(day)
            }
            writer.number(count.points)
        }
        writer.optional(knownSince) { $0.date($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            counts: try reader.list { reader throws(LedgerFault) in
                let rule = try reader.text()
                let period: Period =
                    switch try reader.tag() {
                    case 1: .ever
                    case 2: .month(try reader.date())
                    case 3: .day(try reader.date())
                    default: throw reader.fault("the tag of a period")
                    }
                return Count(rule: rule, period: period, points: try reader.number())
            },
            knownSince: try reader.optional { reader throws(LedgerFault) in try reader.date() })
    }
}
