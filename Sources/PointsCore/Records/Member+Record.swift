// MARK: - Projection row

extension Member {
    /// The whole state in one row.
    package func record() -> [UInt8] {
        var writer = RecordWriter()
        writer.number(id.number)
        writer.bits(id.token)
        writer.text(status.rawValue)
        writer.date(joinedOn)
        writer.number(period)
        writer.list(wallet.lots) { $1.write(to: &$0) }
        writer.list(wallet.holds) { $1.write(to: &$0) }
        writer.list(wallet.pendingGrants) { $1.write(to: &$0) }
        writer.number(wallet.debt)
        writer.optional(wallet.activeUntil) { $0.date($1) }
        writer.optional(departure) { writer, departure in
            writer.instant(departure.at)
            writer.list(departure.lots) { $1.write(to: &$0) }
        }
        writer.list(forgone) { $1.write(to: &$0) }
        writer.number(purchaseCount)
        capCounts.write(to: &writer)
        writer.position(head.position)
        writer.raw(head.hash)
        tiers.write(to: &writer)
        value.write(to: &writer)
        trail.write(to: &writer)
        consents.write(to: &writer)
        writer.optional(suspension) { $1.write(to: &$0) }
        writer.optional(ownBonusOn) { $0.date($1) }
        writer.optional(mergedInto) {
            $0.number($1.number)
            $0.bits($1.token)
        }
        writer.list(absorbed) { $1.write(to: &$0) }
        person.write(to: &writer)
        writer.date(begunOn)
        writer.position(begunBy)
        return writer.bytes()
    }

    /// Reads what ``record()`` wrote.
    package init(record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        let id = MemberID(number: try reader.number(), token: try reader.bits())
        let status = try reader.named(MemberStatus.self)
        let joinedOn = try reader.date()
        let period = try reader.number()
        var wallet = Wallet()
        wallet.lots = try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) }
        wallet.holds = try reader.list { reader throws(LedgerFault) in try Hold(from: &reader) }
        wallet.pendingGrants = try reader.list { reader throws(LedgerFault) in
            try PendingGrant(from: &reader)
        }
        wallet.debt = try reader.number()
        wallet.activeUntil = try reader.optional { reader throws(LedgerFault) in
            try reader.date()
        }
        let departure = try reader.optional { reader throws(LedgerFault) in
            Departure(
                at: try reader.instant(),
                lots: try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) })
        }
        let forgone = try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) }
        self.init(
            id: id, status: status, joinedOn: joinedOn, period: period, wallet: wallet,
            departure: departure, forgone: forgone, purchaseCount: try reader.number(),
            capCounts: try CapCounts(from: &reader),
            head: ChainHead(position: try reader.position(), hash: try reader.raw()))
        tiers = try TierRecord(from: &reader)
        value = try CustomerValue(from: &reader)
        trail = try CustomerTrail(from: &reader)
        consents = try ConsentRecord(from: &reader)
        suspension = try reader.optional { reader throws(LedgerFault) in
            try Suspension(from: &reader)
        }
        ownBonusOn = try reader.optional { reader throws(LedgerFault) in try reader.date() }
        mergedInto = try reader.optional { reader throws(LedgerFault) in
            MemberID(number: try reader.number(), token: try reader.bits())
        }
        absorbed = try reader.list { reader throws(LedgerFault) in try Absorption(from: &reader) }
        person = try KeptPerson(from: &reader)
        begunOn = try reader.date()
        begunBy = try reader.position()
        try reader.finish()
    }
}

extension Lot {
    func write(to writer: inout RecordWriter) {
        writer.lot(terms)
        writer.number(points)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(terms: try reader.lot(), points: try reader.number())
    }
}

extension Hold {
    func write(to writer: inout RecordWriter) {
        writer.position(id)
        writer.list(lots) { $1.write(to: &$0) }
        writer.optional(order) { $0.text($1) }
        writer.instant(expiresAt)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            id: try reader.position(),
            lots: try reader.list { reader throws(LedgerFault) in try Lot(from: &reader) },
            order: try reader.optionalText(),
            expiresAt: try reader.instant())
    }
}

extension PendingGrant {
    func write(to writer: inout RecordWriter) {
        writer.position(owner)
        writer.position(purchase)
        writer.lot(terms)
        writer.number(points)
        validity.write(to: &writer)
        writer.optional(confirmsAt) { $0.instant($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            owner: try reader.position(), purchase: try reader.position(),
            terms: try reader.lot(), points: try reader.number(),
            validity: try Validity(from: &reader),
            confirmsAt: try reader.optional { reader throws(LedgerFault) in
                try reader.instant()
            })
    }
}
