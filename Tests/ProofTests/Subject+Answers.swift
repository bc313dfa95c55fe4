import PointsCore

// MARK: - Replies as figures

extension Subject {
    func answer(_ reply: Result<Reply, Refusal>, to step: Step) -> Answer {
        switch reply {
        case .success(let reply): answer(reply, to: step)
        case .failure(let refusal): answer(refusal)
        }
    }

    private func answer(_ refusal: Refusal) -> Answer {
        var answer = Answer(refusal.code.rawValue)
        for detail in refusal.details {
            if case .number(let number) = detail.value { answer[detail.name] = number }
        }
        if case .internalFault(let problem) = refusal { answer.name = problem }
        if case .storageFailure(let problem) = refusal { answer.name = problem }
        return answer
    }

    private func answer(_ reply: Reply, to step: Step) -> Answer {
        var answer = Answer()
        switch reply {
        case .done(let receipt): add(receipt, to: &answer)
        case .asking(_, let reply): return self.answer(reply, to: step)
        case .member(let view, let balance, let parts):
            add(view, to: &answer)
            add(balance, to: &answer)
            for lot in parts.lots ?? [] {
                answer["lot \(name(of: lot.terms))", default: 0] += lot.points
            }
        case .balance(_, let balance): add(balance, to: &answer)
        case .history(let entries, _): add(entries, to: &answer)
        case .quote(let quote):
            answer["earn"] = quote.evaluation.points
            answer["redeemable.max"] = quote.redeemable.max
            answer["payable"] = quote.payable.amount
            add(quote.balance, to: &answer)
        case .purchase(let purchase, let balance, _):
            add(purchase.summary, to: &answer)
            answer["stillEarned"] = purchase.earned
            answer["earned.pending"] = purchase.hasPendingPoints ? 1 : 0
            add(balance, to: &answer)
        case .hold(let hold, let balance):
            add(hold, to: &answer)
            answer["hold.captured"] = hold.captured
            answer["hold.until"] = nil
            add(balance, to: &answer)
        case .consents, .health, .rules, .rulesCheck, .rehearsal, .export, .found, .audit,
            .segment, .offers:
            break
        case .verification(let found):
            for difference in found.differences { answer["\(difference)"] = 1 }
        }
        return answer
    }

    /// The newest transaction tells the accounts, and all postings come to the same.
    private func add(_ entries: [Entry], to answer: inout Answer) {
        let names = ["available", "held", "pending", "debt"]
        for name in names { answer[name] = 0 }
        for posting in entries.flatMap(\.postings) where posting.account.isMembers {
            answer[posting.account.name, default: 0] += posting.points
        }
        guard let after = entries.first?.after else { return }
        let told = [after.available, after.held, after.pending, after.debt]
        for (name, told) in zip(names, told) where answer[name] != told {
            answer["balanceAfter.\(name)"] = told
        }
    }
}

// MARK: - Receipts

extension Subject {
    private func add(_ receipt: Receipt, to answer: inout Answer) {
        if receipt.isReplay { answer["replayed"] = 1 }
        let entry = receipt.entry
        switch entry.event {
        case .joined where entry.cause.command == "member.rejoin":
            answer["recognised"] = 0
            answer["restored"] = 0
        case .rejoined(let rejoined):
            answer["recognised"] = receipt.isRecognised ? 1 : 0
            answer["restored"] = rejoined.restored
        case .absorbed: addMoved(by: entry, 1, to: &answer)
        case .released: addMoved(by: entry, -1, to: &answer)
        case .withdrawn(let withdrawn):
            answer["forfeited"] = withdrawn.forfeited
            answer["cancelledPending"] = withdrawn.cancelledPending
            answer["releasedHolds"] = withdrawn.releasedHolds
        case .purchaseRecorded(let recorded): add(recorded, of: receipt, to: &answer)
        case .purchaseConfirmed(let confirmed):
            add(confirmed.summary, to: &answer)
            answer["confirmed"] = confirmed.points
            answer["confirmed.on"] = confirmed.dueAt.map { day(of: $0) }
        case .purchaseReturned(let returned):
            add(returned, shortfall: returned.shortfall, to: &answer)
        case .activityRecorded(let recorded):
            for lot in recorded.lots {
                answer["earned.\(name(of: lot.terms))", default: 0] += lot.points
            }
        case .orderVoided: answer["order.voided"] = 1
        case .unreceiptedReturned(let returned):
            answer["clawedBack"] = returned.clawedBack
            answer["refund.money"] = returned.refund.amount
            answer["shortfall"] = returned.shortfall.points
            answer["shortfall.kept"] = returned.shortfall.keptFromRefund.amount
        case .dayClosed(let closed):
            answer["day"] = Int64(closed.day.dayNumber)
            for total in closed.totals where total.points != 0 {
                guard let company = total.account.company else { continue }
                answer["total \(total.account.name) \(company)", default: 0] += total.points
            }
            answer.figures = answer.figures.filter { $0.value != 0 || $0.key == "day" }
        default: break
        }
        switch entry.event {
        case .joined, .registered, .rejoined:
            answer["bonus"] = entry.event.awards.reduce(0) { $0 + $1.points }
        default: break
        }
        if let member = receipt.member, !receipt.isPreview { add(member, to: &answer) }
        if let hold = receipt.hold { add(hold, to: &answer) }
        if case .holdReleased = entry.event { answer["hold.until"] = nil }
        if entry.member != Entry.programMember { add(entry.after, to: &answer) }
        if receipt.isReplay { answer.forgetCards() }
    }

    /// What came in with another member, or went with them.
    private func addMoved(by entry: Entry, _ sign: Int64, to answer: inout Answer) {
        for account in [Account.available, .held, .pending, .debt] {
            answer["moved.\(account.name)"] = entry.postings.reduce(0) {
                $1.account == account ? $0 + sign * $1.points : $0
            }
        }
    }

    private func add(
        _ recorded: PurchaseRecorded, of receipt: Receipt, to answer: inout Answer
    ) {
        add(recorded.summary, to: &answer)
        answer["earned.pending"] = recorded.grants.contains { $0.isPending } ? 1 : 0
        for grant in recorded.grants {
            answer["earned.\(name(of: grant.terms))"] = grant.points
            if let day = grant.confirmsAt.map({ day(of: $0) }) {
                answer["earned.confirmsOn"] = day
            }
        }
        guard let replaced = receipt.replaced else { return }
        var back = Answer()
        add(replaced.returned, shortfall: replaced.shortfall, to: &back)
        for (name, figure) in back.figures { answer["replaced.\(name)"] = figure }
    }

    private func add(
        _ returned: PurchaseReturned, shortfall: Shortfall, to answer: inout Answer
    ) {
        add(returned.summary, to: &answer)
        answer["clawedBack"] = returned.clawedBack
        answer["restored"] = returned.restored
        answer["restoredExpired"] = returned.restoredExpired
        answer["refund.money"] = returned.refund.amount
        answer["shortfall"] = shortfall.points
        answer["shortfall.kept"] = shortfall.keptFromRefund.amount
    }

    private func add(_ summary: PurchaseSummary, to answer: inout Answer) {
        let states: [PurchaseStatus: Purchase.Status] = [
            .pending: .pending, .completed: .completed, .partlyReturned: .partlyReturned,
            .returned: .returned, .voided: .voided,
        ]
        answer["purchase.status"] = states[summary.status]?.rawValue
        answer["purchase.total"] = summary.total.amount
        answer["purchase.redeemed"] = summary.redeemed
        answer["purchase.payable"] = summary.payable.amount
        answer["purchase.tax"] = summary.tax.amount
        for share in summary.taxes where share.total.amount > 0 {
            answer["tax \(share.rate).discount"] = share.discount.amount
            answer["tax \(share.rate).payable"] = share.payable.amount
            answer["tax \(share.rate).tax"] = share.tax.amount
        }
    }

    private func add(_ view: MemberView, to answer: inout Answer) {
        let states: [MemberStatus: Person.Status] = [
            .provisional: .provisional, .active: .active, .suspended: .suspended,
            .withdrawn: .away, .merged: .merged,
        ]
        answer["member.status"] = states[view.status]?.rawValue
        answer["member.joinedOn"] = Int64(view.joinedOn.dayNumber)
        for identity in view.identities {
            answer["member.\(identity.value)"] = identity.isBlocked ? 2 : 1
        }
        guard let rank = view.tier else { return }
        answer["rank"] = Int64(rank.tier.id)
        answer["rank.basis"] = rank.basis
        answer["rank.lastDay"] = rank.keptThrough.map { Int64($0.dayNumber) }
        answer["rank.missing"] = rank.next?.missing
    }

    private func add(_ hold: HoldView, to answer: inout Answer) {
        let states: [HoldStatus: Model.HoldState.Status] = [
            .open: .open, .captured: .captured, .released: .released, .expired: .expired,
        ]
        answer["hold.points"] = hold.placed.points
        answer["hold.status"] = states[hold.status]?.rawValue
        answer["hold.until"] = hold.placed.expiresAt.milliseconds
    }

    private func add(_ balance: Balance?, to answer: inout Answer) {
        guard let balance else { return }
        answer["available"] = balance.available
        answer["held"] = balance.held
        answer["pending"] = balance.pending
        answer["debt"] = balance.debt
        answer["spendable"] = balance.spendable
        for expiring in balance.expiringSoon {
            answer["expiring \(expiring.on)"] = expiring.points
        }
    }

    private func day(of moment: Instant) -> Int64 {
        Int64(Times.day(of: moment.milliseconds))
    }

    private func name(of terms: LotTerms) -> String {
        Lot(
            whose: terms.from == 0 ? 0 : step(ofMember: terms.from),
            isLimited: terms.pointClass.isLimited, company: terms.company,
            grantedOn: Int(terms.grantedOn.dayNumber),
            lastDay: terms.expiresOn.map { Int($0.dayNumber) } ?? Lasting.never,
            followsActivity: terms.followsActivity
        ).name(for: terms.from == 0 ? 0 : -1)
    }
}
