// MARK: - Canonical bytes

extension Entry {
    /// The bytes that the journal keeps and the hash chain covers.
    package func record() -> [UInt8] {
        var writer = RecordWriter()
        writer.position(position)
        writer.number(member)
        writer.position(previous)
        cause.write(to: &writer)
        event.write(to: &writer)
        writer.list(postings) { $1.write(to: &$0) }
        after.write(to: &writer)
        return writer.bytes()
    }

    /// Reads what ``record()`` wrote.
    package init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        self.init(
            position: try reader.position(), member: try reader.number(),
            previous: try reader.position(), cause: try Cause(from: &reader),
            event: try Event(from: &reader),
            postings: try reader.list { reader throws(LedgerFault) in
                try Posting(from: &reader)
            },
            after: try Balance(from: &reader))
        try reader.finish()
    }
}

extension Cause {
    func write(to writer: inout RecordWriter) {
        writer.text(command)
        writer.text(idempotencyKey)
        writer.raw(contentHash)
        for name in [channel, company, store, terminal, actor] {
            writer.optional(name) { $0.text($1) }
        }
        writer.position(ruleset)
        writer.instant(occurredAt)
        writer.number(recordedAt.milliseconds - occurredAt.milliseconds)
        writer.date(businessDay)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let command = try reader.text()
        let key = try reader.text()
        let hash = try reader.raw()
        var names: [String?] = []
        for _ in 0..<5 {
            names.append(try reader.optionalText())
        }
        let ruleset = try reader.position()
        let occurredAt = try reader.instant()
        let (recorded, overflow) = occurredAt.milliseconds.addingReportingOverflow(
            try reader.number())
        guard !overflow else { throw reader.fault("a moment") }
        self.init(
            command: command, idempotencyKey: key, contentHash: hash, channel: names[0],
            company: names[1], store: names[2], terminal: names[3], actor: names[4],
            ruleset: ruleset, occurredAt: occurredAt,
            recordedAt: Instant(milliseconds: recorded), businessDay: try reader.date())
    }
}

extension Posting {
    func write(to writer: inout RecordWriter) {
        account.write(to: &writer)
        writer.number(points)
        writer.optional(lot) { $0.lot($1) }
        writer.optional(owner) { $0.position($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let account = try Account(from: &reader)
        let points = try reader.number()
        guard points != 0 else { throw reader.fault("points other than 0") }
        self.init(
            account, points,
            lot: try reader.optional { reader throws(LedgerFault) in try reader.lot() },
            owner: try reader.optional { reader throws(LedgerFault) in try reader.position() })
    }
}

extension Account {
    func write(to writer: inout RecordWriter) {
        switch self {
        case .available: writer.tag(1)
        case .pending: writer.tag(2)
        case .held: writer.tag(3)
        case .debt: writer.tag(4)
        case .issued: writer.tag(5)
        case .redeemed: writer.tag(6)
        case .expired: writer.tag(7)
        case .forfeited: writer.tag(8)
        case .adjusted: writer.tag(9)
        case .migrated: writer.tag(10)
        case .merged: writer.tag(11)
        }
        if let company { writer.text(company) }
        if let source { writer.text(source) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        switch try reader.tag() {
        case 1: self = .available
        case 2: self = .pending
        case 3: self = .held
        case 4: self = .debt
        case 5: self = .issued(company: try reader.text())
        case 6: self = .redeemed(company: try reader.text())
        case 7: self = .expired(company: try reader.text())
        case 8: self = .forfeited(company: try reader.text())
        case 9: self = .adjusted(company: try reader.text())
        case 10: self = .migrated(company: try reader.text(), source: try reader.text())
        case 11: self = .merged(company: try reader.text())
        default: throw reader.fault("the tag of an account")
        }
    }
}

extension Balance {
    func write(to writer: inout RecordWriter) {
        for points in [available, pending, held, debt, spendable] { writer.number(points) }
        writer.list(expiringSoon) {
            $0.number($1.points)
            $0.date($1.on)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            available: try reader.number(), pending: try reader.number(),
            held: try reader.number(), debt: try reader.number(),
            spendable: try reader.number(),
            expiringSoon: try reader.list { reader throws(LedgerFault) in
                Expiring(points: try reader.number(), on: try reader.date())
            })
    }
}
