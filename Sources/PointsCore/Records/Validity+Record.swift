// MARK: - Canonical bytes

extension Validity {
    func write(to writer: inout RecordWriter) {
        switch self {
        case .afterGrant(let span, let period):
            writer.tag(1)
            span.write(to: &writer)
            period.write(to: &writer)
        case .afterActivity(let span, let period, let activities):
            writer.tag(4)
            span.write(to: &writer)
            period.write(to: &writer)
            writer.list(activities.map(\.rawValue).sorted()) { $0.text($1) }
        case .until(let day):
            writer.tag(2)
            writer.date(day)
        case .unlimited: writer.tag(3)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        switch try reader.tag() {
        case 1:
            self = .afterGrant(
                try ValiditySpan(from: &reader), roundedTo: try ExpiryPeriod(from: &reader))
        case 2: self = .until(try reader.date())
        case 3: self = .unlimited
        case 4:
            self = .afterActivity(
                try ValiditySpan(from: &reader), roundedTo: try ExpiryPeriod(from: &reader),
                of: Set(
                    try reader.list { reader throws(LedgerFault) in
                        try reader.named(Activity.self)
                    }))
        default: throw reader.fault("the tag of a validity")
        }
    }
}

extension ValiditySpan {
    func write(to writer: inout RecordWriter) {
        switch self {
        case .months(let months):
            writer.tag(1)
            writer.count(months)
        case .days(let days):
            writer.tag(2)
            writer.count(days)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        switch try reader.tag() {
        case 1: self = .months(try reader.count())
        case 2: self = .days(try reader.count())
        default: throw reader.fault("the tag of a span")
        }
    }
}

extension ExpiryPeriod {
    func write(to writer: inout RecordWriter) {
        switch self {
        case .day: writer.tag(1)
        case .monthEnd: writer.tag(2)
        case .quarterEnd: writer.tag(3)
        case .halfYearEnd: writer.tag(4)
        case .yearEnd: writer.tag(5)
        case .fiscalYearEnd(let month):
            writer.tag(6)
            writer.count(month)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        switch try reader.tag() {
        case 1: self = .day
        case 2: self = .monthEnd
        case 3: self = .quarterEnd
        case 4: self = .halfYearEnd
        case 5: self = .yearEnd
        case 6:
            let month = try reader.count()
            guard (1...12).contains(month) else { throw reader.fault("a month") }
            self = .fiscalYearEnd(startingIn: month)
        default: throw reader.fault("the tag of a period")
        }
    }
}
