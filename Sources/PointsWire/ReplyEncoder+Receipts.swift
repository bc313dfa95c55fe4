internal import PointsCore
internal import PointsJSON

// MARK: - Answers to changes

extension ReplyEncoder {
    func write(_ receipt: Receipt, to writer: inout JSONWriter) {
        if receipt.isReplay { writer.member("replayed", true) }
        if receipt.isPreview { writer.member("preview", true) }
        let entry = receipt.entry
        if let ahead = entry.cause.clockAheadSeconds {
            writer.member("clockAheadSeconds", ahead)
        }
        switch entry.event {
        case .joined, .registered, .rejoined, .absorbed, .released, .withdrawn, .profileChanged,
            .erased:
            writeMembership(receipt, to: &writer)
        case .purchaseRecorded(let recorded):
            write(recorded.summary, of: receipt.purchase, to: &writer)
            write(
                earnedBy: recorded, isPending: recorded.grants.contains { $0.isPending },
                confirmsAt: recorded.grants.compactMap(\.confirmsAt).min(), to: &writer)
            if let tier = receipt.tier { writer.member("tier", object: { write(tier, to: &$0) }) }
            if let replaced = receipt.replaced { write(replaced, to: &writer) }
        case .purchaseConfirmed(let confirmed):
            write(confirmed.summary, of: receipt.purchase, to: &writer)
            writer.member("confirmed", confirmed.points)
            writer.member(
                "confirmsOn", confirmed.dueAt.map { calendar.businessDay(of: $0).description })
        case .purchaseReturned(let returned):
            write(returned.summary, of: receipt.purchase, to: &writer)
            write(returned, to: &writer)
        case .orderVoided(let order):
            writer.member(
                "purchase",
                object: {
                    $0.member("channel", entry.cause.channel)
                    $0.member("order", order)
                    $0.member("status", PurchaseStatus.voided.rawValue)
                })
        case .unreceiptedReturned(let returned): write(returned, of: entry, to: &writer)
        case .activityRecorded(let recorded): write(recorded, of: entry, to: &writer)
        case .offerClaimed(let claimed): write(claimed, of: entry, to: &writer)
        case .dayClosed(let closed): write(closed, to: &writer)
        case .rulesActivated: writeActivation(receipt, to: &writer)
        case .policyPublished(let published): write(published, of: entry, to: &writer)
        case .mergedInto, .cameApart, .identityLinked, .identityUnlinked, .identityReplaced,
            .suspended, .resumed, .granted, .adjusted, .balanceOpened, .holdPlaced, .holdReleased,
            .holdTimedOut, .lotsExtended, .lotsExpired, .pendingMatured, .tierReviewed,
            .consentsRecorded, .preferencesSet:
            writer.member(
                "transaction", entry.position.text(prefix: JournalPosition.transactionPrefix))
        }
        if let member = receipt.member {
            writer.member("member", object: { write(member, to: &$0) })
        }
        if let hold = receipt.hold { write(hold, to: &writer) }
        if case .consentsRecorded(let recorded) = entry.event {
            write(recorded.answers, to: &writer)
        }
        if case .preferencesSet(let settings) = entry.event { write(settings, to: &writer) }
        if entry.member != Entry.programMember { write(entry.after, to: &writer) }
        if let questions = receipt.questions, entry.cause.command != Method.memberRejoin.rawValue {
            write(questions, to: &writer)
        }
    }

    private func write(
        _ summary: PurchaseSummary, of purchase: Purchase?, to writer: inout JSONWriter
    ) {
        guard let purchase else { return }
        writer.member(
            "purchase", object: { writeHead(of: purchase, summary: summary, to: &$0) })
    }

    private func writeHead(
        of purchase: Purchase, summary: PurchaseSummary, to writer: inout JSONWriter
    ) {
        writer.member("id", purchase.id.text(prefix: JournalPosition.purchasePrefix))
        writer.member("channel", purchase.channel)
        writer.member("order", purchase.recorded.order)
        writer.member("status", summary.status.rawValue)
        writer.member("total", summary.total.amount)
        writer.member("redeemed", summary.redeemed)
        writer.member("payable", summary.payable.amount)
        writer.member("tax", summary.tax.amount)
        writer.member("taxes", array: { write(summary.taxes, to: &$0) })
    }

    /// What is paid at each tax rate, as a receipt that counts points as a discount shows it.
    private func write(_ taxes: [TaxShare], to writer: inout JSONWriter) {
        for tax in taxes {
            writer.element(object: {
                $0.member("rate", tax.rate)
                $0.member("total", tax.total.amount)
                $0.member("discount", tax.discount.amount)
                $0.member("payable", tax.payable.amount)
                $0.member("tax", tax.tax.amount)
            })
        }
    }

    private func write(
        earnedBy recorded: PurchaseRecorded, isPending: Bool, confirmsAt: Instant?,
        to writer: inout JSONWriter
    ) {
        let atOnce = recorded.grants.filter { !$0.isPending }
        writer.member(
            "earned",
            object: { writer in
                writer.member("points", recorded.grants.reduce(0) { $0 + $1.points })
                writer.member("pending", isPending)
                writer.member(
                    "confirmsOn", confirmsAt.map { calendar.businessDay(of: $0).description })
                writer.member(
                    "expiresOn", atOnce.compactMap(\.terms.expiresOn).min()?.description)
                write(recorded.awards, named: "rules", to: &writer)
            })
    }

    private func write(_ returned: PurchaseReturned, to writer: inout JSONWriter) {
        writer.member("clawedBack", returned.clawedBack)
        writer.member("restored", returned.restored)
        if returned.restoredExpired > 0 {
            writer.member("restoredExpired", returned.restoredExpired)
        }
        write(returned.shortfall, to: &writer)
        write(refund: returned.refund, points: returned.restored, to: &writer)
    }

    private func write(_ replaced: Receipt.Replaced, to writer: inout JSONWriter) {
        writer.member(
            "replaced",
            object: { writer in
                write(replaced.returned.summary, of: replaced.purchase, to: &writer)
                writer.member("clawedBack", replaced.returned.clawedBack)
                writer.member("restored", replaced.returned.restored)
                write(replaced.shortfall, to: &writer)
                write(
                    refund: replaced.returned.refund, points: replaced.returned.restored,
                    to: &writer)
            })
    }

    private func write(
        _ returned: UnreceiptedReturned, of entry: Entry, to writer: inout JSONWriter
    ) {
        writer.member(
            "transaction", entry.position.text(prefix: JournalPosition.transactionPrefix))
        writer.member("clawedBack", returned.clawedBack)
        write(returned.awards, named: "rules", to: &writer)
        write(returned.shortfall, to: &writer)
        write(refund: returned.refund, points: 0, to: &writer)
    }

    private func write(_ shortfall: Shortfall, to writer: inout JSONWriter) {
        writer.member(
            "shortfall",
            object: {
                $0.member("points", shortfall.points)
                $0.member("policy", shortfall.policy.rawValue)
                $0.member("keepFromRefund", shortfall.keptFromRefund.amount)
            })
    }

    private func write(refund: Yen, points: Int64, to writer: inout JSONWriter) {
        writer.member(
            "refund",
            object: {
                $0.member("money", refund.amount)
                $0.member("points", points)
            })
    }

    private func write(_ closed: DayClosed, to writer: inout JSONWriter) {
        writer.member("day", closed.day.description)
        writer.member("transactions", closed.transactions)
        writer.member(
            "totals",
            array: { writer in
                for total in closed.totals {
                    writer.element(object: {
                        $0.member("account", total.account.name)
                        $0.member("company", total.account.company)
                        $0.member("source", total.account.source)
                        $0.member("channel", total.channel)
                        $0.member("points", total.points)
                    })
                }
            })
        writer.member("hash", Hexadecimal.text(of: closed.hash))
    }
}

// MARK: - Answers to questions

extension ReplyEncoder {
    func write(_ quote: QuoteView, to writer: inout JSONWriter) {
        writer.member(
            "earn",
            object: { writer in
                writer.member("points", quote.evaluation.points)
                write(quote.evaluation.awards, named: "rules", to: &writer)
            })
        writer.member(
            "redeemable",
            object: {
                $0.member("max", quote.redeemable.max)
                $0.member("unit", quote.redeemable.unit)
                $0.member("min", quote.redeemable.min)
            })
        writer.member("payable", quote.payable.amount)
        if let balance = quote.balance { write(balance, to: &writer) }
    }

    func write(_ purchase: Purchase, to writer: inout JSONWriter) {
        writer.member(
            "purchase",
            object: { writer in
                writeHead(of: purchase, summary: purchase.summary, to: &writer)
                writer.member("occurredAt", calendar.text(of: purchase.occurredAt))
                writer.member("amountsIncludeTax", purchase.recorded.basket.amountsIncludeTax)
                writer.member("lines", array: { writeLines(of: purchase, to: &$0) })
            })
        write(
            earnedBy: purchase.recorded, isPending: purchase.hasPendingPoints,
            confirmsAt: purchase.hasPendingPoints ? purchase.confirmsAt : nil, to: &writer)
        writer.member("stillEarned", purchase.earned)
    }

    private func writeLines(of purchase: Purchase, to writer: inout JSONWriter) {
        for (line, returned) in zip(purchase.recorded.basket.lines, purchase.returned) {
            writer.element(object: {
                $0.member("line", line.name)
                $0.member("sku", line.sku)
                $0.member("category", line.category)
                $0.member("quantity", line.quantity)
                $0.member("returned", returned)
                $0.member("amount", line.amount.amount)
                $0.member("taxRate", line.taxRate)
            })
        }
    }

    func write(transaction entry: Entry, to writer: inout JSONWriter) {
        writer.member("id", entry.position.text(prefix: JournalPosition.transactionPrefix))
        writer.member("type", entry.event.name)
        writer.member("occurredAt", calendar.text(of: entry.cause.occurredAt))
        writer.member("recordedAt", calendar.text(of: entry.cause.recordedAt))
        writer.member("businessDay", entry.cause.businessDay.description)
        writer.member("channel", entry.cause.channel)
        if case .purchaseRecorded(let recorded) = entry.event {
            writer.member("order", recorded.order)
            write(recorded.awards, named: "rules", to: &writer)
        }
        if case .activityRecorded(let recorded) = entry.event {
            writer.member("activity", object: { writeHead(of: recorded, at: entry, to: &$0) })
            write(recorded.awards, named: "rules", to: &writer)
        }
        if case .offerClaimed(let claimed) = entry.event {
            writer.member("offer", claimed.offer)
            write(claimed.awards, named: "rules", to: &writer)
        }
        writer.member(
            "purchase", entry.event.purchase?.text(prefix: JournalPosition.purchasePrefix))
        writeTier(of: entry.event, to: &writer)
        if case .profileChanged(let fields) = entry.event { write(changed: fields, to: &writer) }
        writer.member("postings", array: { writePostings(of: entry, to: &$0) })
        writer.member("balanceAfter", object: { writeAccounts(of: entry.after, to: &$0) })
    }

    private func writePostings(of entry: Entry, to writer: inout JSONWriter) {
        for posting in entry.postings {
            writer.element(object: { writer in
                writer.member("account", posting.account.name)
                writer.member("company", posting.account.company)
                writer.member("points", posting.points)
                guard let lot = posting.lot else { return }
                writer.member(
                    "lot",
                    object: { write(lot, to: &$0) })
            })
        }
    }
}
