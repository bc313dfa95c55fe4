// MARK: - Canonical bytes

extension Event {
    func write(to writer: inout RecordWriter) {
        writer.tag(tag)
        switch self {
        case .joined(let joined): joined.write(to: &writer)
        case .identityLinked(let text), .identityUnlinked(let text), .identityReplaced(let text),
            .suspended(let text), .orderVoided(let text):
            writer.text(text)
        case .registered(let registered): registered.write(to: &writer)
        case .resumed(let resumed): resumed.write(to: &writer)
        case .absorbed(let absorbed): absorbed.write(to: &writer)
        case .released(let parted), .cameApart(let parted): parted.write(to: &writer)
        case .mergedInto(let survivor):
            writer.number(survivor.number)
            writer.bits(survivor.token)
        case .granted(let reason, let approver), .adjusted(let reason, let approver):
            writer.text(reason)
            writer.optional(approver) { $0.text($1) }
        case .withdrawn(let withdrawn):
            writer.text(withdrawn.reason)
            writer.number(withdrawn.forfeited)
            writer.number(withdrawn.cancelledPending)
            writer.number(withdrawn.releasedHolds)
        case .rejoined(let rejoined):
            rejoined.write(to: &writer)
        case .balanceOpened(let opened):
            writer.text(opened.source)
            writer.text(opened.file)
            writer.number(opened.line)
            writer.text(opened.cell)
            writer.optional(opened.joined) { $1.write(to: &$0) }
        case .purchaseRecorded(let recorded): recorded.write(to: &writer)
        case .purchaseConfirmed(let confirmed): confirmed.write(to: &writer)
        case .purchaseReturned(let returned): returned.write(to: &writer)
        case .holdPlaced(let placed):
            writer.optional(placed.order) { $0.text($1) }
            writer.number(placed.points)
            writer.instant(placed.expiresAt)
        case .holdReleased(let position), .holdTimedOut(let position),
            .pendingMatured(let position):
            writer.position(position)
        case .unreceiptedReturned(let returned): returned.write(to: &writer)
        case .activityRecorded(let recorded): recorded.write(to: &writer)
        case .offerClaimed(let claimed): claimed.write(to: &writer)
        case .lotsExtended(let until): writer.date(until)
        case .lotsExpired: break
        case .tierReviewed(let reviewed): reviewed.write(to: &writer)
        case .profileChanged(let fields): writer.list(fields) { $0.text($1) }
        case .erased(let erased): erased.write(to: &writer)
        case .dayClosed(let closed): closed.write(to: &writer)
        case .rulesActivated(let activated):
            writer.raw(activated.hash)
            writer.instant(activated.effectiveFrom)
            writer.optional(activated.reason) { $0.text($1) }
        case .consentsRecorded(let recorded): recorded.write(to: &writer)
        case .preferencesSet(let settings): writer.list(settings) { $1.write(to: &$0) }
        case .policyPublished(let published): published.write(to: &writer)
        }
    }

    private var tag: UInt8 {
        switch self {
        case .joined: 1
        case .identityLinked: 2
        case .withdrawn: 3
        case .rejoined: 4
        case .granted: 5
        case .adjusted: 6
        case .balanceOpened: 7
        case .purchaseRecorded: 8
        case .purchaseConfirmed: 9
        case .purchaseReturned: 10
        case .holdPlaced: 11
        case .holdReleased: 12
        case .holdTimedOut: 13
        case .lotsExpired: 14
        case .pendingMatured: 15
        case .dayClosed: 16
        case .rulesActivated: 17
        case .lotsExtended: 18
        case .orderVoided: 19
        case .unreceiptedReturned: 20
        case .tierReviewed: 21
        case .activityRecorded: 22
        case .offerClaimed: 40
        case .consentsRecorded: 30
        case .preferencesSet: 31
        case .policyPublished: 32
        case .registered: 23
        case .suspended: 24
        case .resumed: 25
        case .identityUnlinked: 26
        case .identityReplaced: 27
        case .absorbed: 50
        case .mergedInto: 51
        case .released: 52
        case .cameApart: 53
        case .profileChanged: 35
        case .erased: 36
        }
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        switch try reader.tag() {
        case 1:
            self = .joined(try Joined(from: &reader))
        case 2: self = .identityLinked(kind: try reader.text())
        case 3:
            self = .withdrawn(
                Withdrawn(
                    reason: try reader.text(), forfeited: try reader.number(),
                    cancelledPending: try reader.number(), releasedHolds: try reader.number()))
        case 4:
            self = .rejoined(try Rejoined(from: &reader))
        case 5:
            self = .granted(reason: try reader.text(), approvedBy: try reader.optionalText())
        case 6:
            self = .adjusted(reason: try reader.text(), approvedBy: try reader.optionalText())
        case 7:
            self = .balanceOpened(
                BalanceOpened(
                    source: try reader.text(), file: try reader.text(),
                    line: try reader.number(), cell: try reader.text(),
                    joined: try reader.optional { reader throws(LedgerFault) in
                        try Joined(from: &reader)
                    }))
        case 8: self = .purchaseRecorded(try PurchaseRecorded(from: &reader))
        case 9: self = .purchaseConfirmed(try PurchaseConfirmed(from: &reader))
        case 10: self = .purchaseReturned(try PurchaseReturned(from: &reader))
        case 11:
            self = .holdPlaced(
                HoldPlaced(
                    order: try reader.optionalText(),
                    points: try reader.number(), expiresAt: try reader.instant()))
        case 12: self = .holdReleased(hold: try reader.position())
        case 13: self = .holdTimedOut(hold: try reader.position())
        case 14: self = .lotsExpired
        case 15: self = .pendingMatured(purchase: try reader.position())
        case 16: self = .dayClosed(try DayClosed(from: &reader))
        case 17:
            self = .rulesActivated(
                RulesActivated(
                    hash: try reader.raw(), effectiveFrom: try reader.instant(),
                    reason: try reader.optionalText()))
        case 18: self = .lotsExtended(until: try reader.date())
        case 19: self = .orderVoided(order: try reader.text())
        case 20: self = .unreceiptedReturned(try UnreceiptedReturned(from: &reader))
        case 21: self = .tierReviewed(try TierReviewed(from: &reader))
        case 22: self = .activityRecorded(try ActivityRecorded(from: &reader))
        case let tag: self = try Event(aboutAPerson: tag, from: &reader)
        }
    }
}

extension DayClosed {
    func write(to writer: inout RecordWriter) {
        writer.date(day)
        writer.number(transactions)
        writer.list(totals) {
            $1.account.write(to: &$0)
            $0.optional($1.channel) { $0.text($1) }
            $0.number($1.points)
        }
        writer.raw(hash)
    }

    init(from reader: inout RecordReader) throws(LedgerFault) {
        self.init(
            day: try reader.date(), transactions: try reader.number(),
            totals: try reader.list { reader throws(LedgerFault) in
                DayTotal(
                    account: try Account(from: &reader),
                    channel: try reader.optional { reader throws(LedgerFault) in
                        try reader.text()
                    },
                    points: try reader.number())
            },
            hash: try reader.raw())
    }
}
