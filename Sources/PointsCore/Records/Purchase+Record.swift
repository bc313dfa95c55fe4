// MARK: - Canonical bytes

extension PurchaseRecorded {
    func write(to writer: inout RecordWriter) {
        writer.text(order)
        writer.date(soldOn)
        writer.list(previous) { $0.position($1) }
        basket.write(to: &writer)
        standing.write(to: &writer)
        writer.optional(hold) { $0.position($1) }
        writer.flag(keepsHold)
        writer.optional(replacement) { $1.write(to: &$0) }
        writer.optional(takesOrderFrom) { $0.position($1) }
        summary.write(to: &writer)
        writer.list(grants) { $1.write(to: &$0) }
        writer.list(awards) { $1.write(to: &$0) }
        writer.optional(paymentMethod) { $0.text($1) }
        writer.list(capUses) { $1.write(to: &$0) }
        writer.optional(tierStep) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            order: try reader.text(), soldOn: try reader.date(),
            previous: try reader.list { reader throws(LedgerFault) in try reader.position() },
            basket: try Basket(from: &reader),
            standing: try Standing(from: &reader),
            hold: try reader.optional { reader throws(LedgerFault) in try reader.position() },
            keepsHold: try reader.flag(),
            replacement: try reader.optional { reader throws(LedgerFault) in
                try Replacement(from: &reader)
            },
            takesOrderFrom: try reader.optional { reader throws(LedgerFault) in
                try reader.position()
            },
            summary: try PurchaseSummary(from: &reader),
            grants: try reader.list { reader throws(LedgerFault) in
                try PurchaseGrant(from: &reader)
            },
            awards: try reader.list { reader throws(LedgerFault) in
                try RuleAward(from: &reader)
            },
            paymentMethod: try reader.optionalText(),
            capUses: try reader.list { reader throws(LedgerFault) in try CapUse(from: &reader) },
            tierStep: try reader.optional { reader throws(LedgerFault) in
                try TierStep(from: &reader)
            })
    }
}

extension PurchaseConfirmed {
    func write(to writer: inout RecordWriter) {
        writer.position(purchase)
        writer.list(pieces) { $1.write(to: &$0) }
        writer.number(points)
        writer.optional(dueAt) { $0.instant($1) }
        summary.write(to: &writer)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            purchase: try reader.position(),
            pieces: try reader.list { reader throws(LedgerFault) in
                try LinePieces(from: &reader)
            },
            points: try reader.number(),
            dueAt: try reader.optional { reader throws(LedgerFault) in try reader.instant() },
            summary: try PurchaseSummary(from: &reader))
    }
}

extension LinePieces {
    func write(to writer: inout RecordWriter) {
        writer.count(line)
        writer.number(quantity)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(line: try reader.count(), quantity: try reader.number())
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
                sku: try reader.optionalText(),
                category: try reader.optionalText(),
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
        writer.list(taxes) {
            $0.number($1.rate)
            $0.number($1.total.amount)
            $0.number($1.discount.amount)
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            status: try reader.named(PurchaseStatus.self), total: Yen(try reader.number()),
            redeemed: try reader.number(), payable: Yen(try reader.number()),
            tax: Yen(try reader.number()),
            taxes: try reader.list { reader throws(LedgerFault) in
                TaxShare(
                    rate: try reader.number(), total: Yen(try reader.number()),
                    discount: Yen(try reader.number()))
            })
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
        writer.text(stage.rawValue)
        writer.number(rounded)
        writer.optional(cut) {
            $0.number($1.points)
            $0.text($1.scope.rawValue)
        }
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
            stage: try reader.named(EarnRule.RoundingStage.self), rounded: try reader.number(),
            cut: try reader.optional { reader throws(LedgerFault) in
                RuleAward.Cut(to: try reader.number(), by: try reader.named(Cap.Scope.self))
            })
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
        writer.list(shipped) { $0.number($1) }
        writer.list(confirmed) { $0.number($1) }
        writer.list(opened) { $0.lot($1) }
        writer.optional(confirmsAt) { $0.instant($1) }
        writer.list(capUses) { $1.write(to: &$0) }
        return writer.bytes()
    }

    /// Takes over what ``progressRecord()`` wrote.
    package mutating func restoreProgress(_ record: [UInt8]) throws(LedgerFault) {
        var reader = try RecordReader(record)
        returned = try reader.list { reader throws(LedgerFault) in try reader.number() }
        summary = try PurchaseSummary(from: &reader)
        grants = try reader.list { reader throws(LedgerFault) in try PurchaseGrant(from: &reader) }
        shipped = try reader.list { reader throws(LedgerFault) in try reader.number() }
        confirmed = try reader.list { reader throws(LedgerFault) in try reader.number() }
        opened = try reader.list { reader throws(LedgerFault) in try reader.lot() }
        confirmsAt = try reader.optional { reader throws(LedgerFault) in try reader.instant() }
        capUses = try reader.list { reader throws(LedgerFault) in try CapUse(from: &reader) }
        let lines = recorded.basket.lines.count
        guard returned.count == lines, shipped.count == lines, confirmed.count == grants.count
        else { throw reader.fault("pieces for every line and points for every grant") }
        try reader.finish()
    }
}
