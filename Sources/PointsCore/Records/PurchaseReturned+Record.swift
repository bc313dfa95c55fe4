// MARK: - Canonical bytes

extension PurchaseReturned {
    func write(to writer: inout RecordWriter) {
        writer.position(purchase)
        writer.list(pieces) { $1.write(to: &$0) }
        writer.flag(isVoid)
        writer.flag(isStep)
        writer.number(clawedBack)
        shortfall.write(to: &writer)
        writer.number(restored)
        writer.number(restoredExpired)
        writer.number(refund.amount)
        summary.write(to: &writer)
        writer.list(earned) { $0.number($1) }
        writer.list(confirmed) { $0.number($1) }
        writer.list(toppedUp) { $1.write(to: &$0) }
        writer.list(capUses) { $1.write(to: &$0) }
        writer.number(buyer)
        writer.optional(tierCount) { $1.write(to: &$0) }
        writer.optional(valueChange) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            purchase: try reader.position(),
            pieces: try reader.list { reader throws(LedgerFault) in
                try LinePieces(from: &reader)
            },
            isVoid: try reader.flag(), isStep: try reader.flag(),
            clawedBack: try reader.number(), shortfall: try Shortfall(from: &reader),
            restored: try reader.number(), restoredExpired: try reader.number(),
            refund: Yen(try reader.number()), summary: try PurchaseSummary(from: &reader),
            earned: try reader.list { reader throws(LedgerFault) in try reader.number() },
            confirmed: try reader.list { reader throws(LedgerFault) in try reader.number() },
            toppedUp: try reader.list { reader throws(LedgerFault) in
                try PurchaseGrant(from: &reader)
            },
            capUses: try reader.list { reader throws(LedgerFault) in try CapUse(from: &reader) },
            buyer: try reader.number(),
            tierCount: try reader.optional { reader throws(LedgerFault) in
                try TierCount(from: &reader)
            },
            valueChange: try reader.optional { reader throws(LedgerFault) in
                try ValueChange(from: &reader)
            })
    }
}

extension UnreceiptedReturned {
    func write(to writer: inout RecordWriter) {
        writer.date(day)
        basket.write(to: &writer)
        writer.number(refund.amount)
        writer.list(awards) { $1.write(to: &$0) }
        writer.number(clawedBack)
        shortfall.write(to: &writer)
        writer.optional(tierCount) { $1.write(to: &$0) }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            day: try reader.date(), basket: try Basket(from: &reader),
            refund: Yen(try reader.number()),
            awards: try reader.list { reader throws(LedgerFault) in
                try RuleAward(from: &reader)
            },
            clawedBack: try reader.number(), shortfall: try Shortfall(from: &reader),
            tierCount: try reader.optional { reader throws(LedgerFault) in
                try TierCount(from: &reader)
            })
    }
}

extension Shortfall {
    func write(to writer: inout RecordWriter) {
        writer.number(points)
        writer.text(policy.rawValue)
        writer.number(keptFromRefund.amount)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            points: try reader.number(), policy: try reader.named(ShortfallPolicy.self),
            keptFromRefund: Yen(try reader.number()))
    }
}

extension Replacement {
    func write(to writer: inout RecordWriter) {
        writer.position(purchase)
        writer.position(returnedBy)
        shortfall.write(to: &writer)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            purchase: try reader.position(), returnedBy: try reader.position(),
            shortfall: try Shortfall(from: &reader))
    }
}
