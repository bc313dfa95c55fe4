// MARK: - Canonical bytes

extension PurchaseRecorded {
    func write(to writer: inout RecordWriter) {
        writer.text(order)
        basket.write(to: &writer)
        writer.optional(standing.tier) { $0.text($1) }
        writer.optional(standing.memberSince) { $0.date($1) }
        writer.optional(hold) { $0.position($1) }
        summary.write(to: &writer)
        writer.list(grants) { $1.write(to: &$0) }
        writer.list(awards) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            order: try reader.text(), basket: try Basket(from: &reader),
            standing: Standing(
                tier: try reader.optional { reader throws(LedgerFault) in try reader.text() },
                memberSince: try reader.optional { reader throws(LedgerFault) in
                    try reader.date()
                }),
            hold: try reader.optional { reader throws(LedgerFault) in try reader.position() },
            summary: try PurchaseSummary(from: &reader),
            grants: try reader.list { reader throws(LedgerFault) in
                try PurchaseGrant(from: &reader)
            },
            awards: try reader.list { reader throws(LedgerFault) in
                try RuleAward(from: &reader)
            })
    }
}

extension PurchaseConfirmed {
    func write(to writer: inout RecordWriter) {
        writer.position(purchase)
        writer.optional(dueAt) { $0.instant($1) }
        summary.write(to: &writer)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            purchase: try reader.position(),
            dueAt: try reader.optional { reader throws(LedgerFault) in try reader.instant() },
            summary: try PurchaseSummary(from: &reader))
    }
}

extension PurchaseReturned {
    func write(to writer: inout RecordWriter) {
        writer.position(purchase)
        writer.list(pieces) {
            $0.count($1.line)
            $0.number($1.quantity)
        }
        writer.flag(isVoid)
        writer.number(clawedBack)
        writer.number(shortfall)
        writer.text(shortfallPolicy.rawValue)
        writer.number(keptFromRefund.amount)
        writer.number(restored)
        writer.number(restoredExpired)
        writer.number(refund.amount)
        summary.write(to: &writer)
        writer.list(earned) { $0.number($1) }
        writer.list(toppedUp) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            purchase: try reader.position(),
            pieces: try reader.list { reader throws(LedgerFault) in
                Pieces(line: try reader.count(), quantity: try reader.number())
            },
            isVoid: try reader.flag(), clawedBack: try reader.number(),
            shortfall: try reader.number(),
            shortfallPolicy: try reader.named(ShortfallPolicy.self),
            keptFromRefund: Yen(try reader.number()),
            restored: try reader.number(), restoredExpired: try reader.number(),
            refund: Yen(try reader.number()), summary: try PurchaseSummary(from: &reader),
            earned: try reader.list { reader throws(LedgerFault) in try reader.number() },
            toppedUp: try reader.list { reader throws(LedgerFault) in
                try PurchaseGrant(from: &reader)
            })
    }
}

extension Basket {
    func write(to writer: inout RecordWriter) {
        writer.flag(amountsIncludeTax)
        writer.list(lines) { writer, line in
            writer.text(line.name)
            writer.optional(line.sku) { $0.text($1) }
            writer.optional(line.category) { $0.text($1) }
            writer.number(line.quantity)
            writer.number(line.amount.amount)
            writer.number(line.taxRate)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let amountsIncludeTax = try reader.flag()
        let lines = try reader.list { reader throws(LedgerFault) in
            BasketLine(
                name: try reader.text(),
                sku: try reader.optional { reader throws(LedgerFault) in try reader.text() },
                category: try reader.optional { reader throws(LedgerFault) in try reader.text() },
                quantity: try reader.number(), amount: Yen(try reader.number()),
                taxRate: try reader.number())
        }
        self.init(lines: lines, amountsIncludeTax: amountsIncludeTax)
    }
}

extension PurchaseSummary {
    func write(to writer: inout RecordWriter) {
        writer.text(status.rawValue)
        for figure in [total.amount, redeemed, payable.amount, tax.amount] {
            writer.number(figure)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            status: try reader.named(PurchaseStatus.self), total: Yen(try reader.number()),
            redeemed: try reader.number(), payable: Yen(try reader.number()),
            tax: Yen(try reader.number()))
    }
}

extension PurchaseGrant {
    func write(to writer: inout RecordWriter) {
        writer.lot(terms)
        validity.write(to: &writer)
        writer.number(points)
        writer.flag(isPending)
        writer.optional(confirmsAt) { $0.instant($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            terms: try reader.lot(), validity: try Validity(from: &reader),
            points: try reader.number(), isPending: try reader.flag(),
            confirmsAt: try reader.optional { reader throws(LedgerFault) in
                try reader.instant()
            })
    }
}

extension RuleAward {
    func write(to writer: inout RecordWriter) {
        writer.text(rule)
        writer.number(points)
        writer.number(base)
        writer.wide(exact.numerator)
        writer.wide(exact.denominator)
        writer.text(rounding.rawValue)
        writer.optional(cutTo) { $0.number($1) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        let rule = try reader.text()
        let points = try reader.number()
        let base = try reader.number()
        let numerator = try reader.wide()
        let denominator = try reader.wide()
        guard denominator > 0 else { throw reader.fault("a denominator above 0") }
        self.init(
            rule: rule, points: points, base: base,
            exact: Fraction(numerator, over: denominator),
            rounding: try reader.named(Rounding.self),
            cutTo: try reader.optional { reader throws(LedgerFault) in try reader.number() })
    }
}

extension Validity {
    func write(to writer: inout RecordWriter) {
        switch self {
        case .afterGrant(let months, let period):
            writer.tag(1)
            writer.number(Int64(months))
            period.write(to: &writer)
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
                months: Int(try reader.number()), roundedTo: try ExpiryPeriod(from: &reader))
        case 2: self = .until(try reader.date())
        case 3: self = .unlimited
        default: throw reader.fault("the tag of a validity")
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

// MARK: - Projection row

extension Purchase {
    /// What has become of the purchase since it was recorded; the rest is in its first entry.
    package func progressRecord() -> [UInt8] {
        var writer = RecordWriter()
        writer.list(returned) { $0.number($1) }
        summary.write(to: &writer)
        writer.list(grants) { $1.write(to: &$0) }
        writer.flag(isConfirmed)
        writer.optional(confirmsAt) { $0.instant($1) }
        writer.optional(maturedAt) { $0.instant($1) }
        return writer.bytes()
    }

    /// Takes over what ``progressRecord()`` wrote.
    package mutating func restoreProgress(_ record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        returned = try reader.list { reader throws(LedgerFault) in try reader.number() }
        summary = try PurchaseSummary(from: &reader)
        grants = try reader.list { reader throws(LedgerFault) in try PurchaseGrant(from: &reader) }
        isConfirmed = try reader.flag()
        confirmsAt = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
        maturedAt = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
        guard returned.count == recorded.basket.lines.count else {
            throw reader.fault("pieces for every line")
        }
        try reader.finish()
    }
}
