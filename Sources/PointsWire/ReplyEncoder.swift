package import PointsCore
package import PointsJSON

/// Writes replies and refusals as both doors send them.
package struct ReplyEncoder {
    let calendar: BusinessCalendar

    /// An encoder that writes moments on the program's wall clock.
    package init(calendar: BusinessCalendar) {
        self.calendar = calendar
    }

    /// Writes a reply in value position.
    package func write(_ reply: Reply, to writer: inout JSONWriter) {
        if case .rehearsal(let object) = reply { return writer.raw(object) }
        writer.object { writeMembers(of: reply, to: &$0) }
    }

    private func writeMembers(of reply: Reply, to writer: inout JSONWriter) {
        switch reply {
        case .done(let receipt): write(receipt, to: &writer)
        case .asking(let questions, let reply):
            writeMembers(of: reply, to: &writer)
            write(questions, to: &writer)
        case .member(let member, let balance, let parts):
            writer.member("member", object: { write(member, to: &$0) })
            write(parts, to: &writer)
            if let consents = member.consents { write(consents, to: &writer) }
            if let preferences = member.preferences { write(preferences, to: &writer) }
            write(balance, to: &writer)
        case .export(let page): write(page, to: &writer)
        case .found(let people, let hasMore): write(people, hasMore: hasMore, to: &writer)
        case .segment(let view): write(view, to: &writer)
        case .offers(let id, let offers, let balance):
            writer.member("member", object: { $0.member("id", id.description) })
            write(offers, to: &writer)
            write(balance, to: &writer)
        case .audit(let looks, let next): write(looks, next: next, to: &writer)
        case .balance(let id, let balance):
            writer.member("member", object: { $0.member("id", id.description) })
            write(balance, to: &writer)
        case .history(let entries, let next):
            writer.member(
                "transactions",
                array: { writer in
                    for entry in entries {
                        writer.element(object: { write(transaction: entry, to: &$0) })
                    }
                })
            writer.member("cursor", next?.text(prefix: JournalPosition.transactionPrefix))
        case .quote(let quote): write(quote, to: &writer)
        case .consents(let view): write(view, to: &writer)
        case .purchase(let purchase, let balance, let explanation):
            write(purchase, to: &writer)
            if let explanation { write(explanation, to: &writer) }
            if let balance { write(balance, to: &writer) }
        case .hold(let hold, let balance):
            write(hold, to: &writer)
            write(balance, to: &writer)
        case .rules(let view): write(view, to: &writer)
        case .rulesCheck(let check): write(check, to: &writer)
        case .rehearsal: break
        case .health(let entries, let owesErasure):
            writer.member("status", "ok")
            writer.member("entries", entries.number)
            if owesErasure { writer.member("erasureOwed", true) }
        case .verification(let verification): write(verification, to: &writer)
        }
    }

    /// Writes a refusal's name and details as members of an object that is open.
    package static func writeDetails(of refusal: Refusal, to writer: inout JSONWriter) {
        writer.member("retryable", refusal.isRetryable)
        for detail in refusal.details {
            writer.member(named: detail.name) { writer in
                switch detail.value {
                case .number(let number): writer.value(number)
                case .text(let text): writer.value(text)
                case .problems(let problems):
                    writer.array { writer in
                        for problem in problems {
                            writer.element(object: { write(problem, to: &$0) })
                        }
                    }
                }
            }
        }
    }
}

// MARK: - Parts that many replies have

extension ReplyEncoder {
    func write(_ balance: Balance, to writer: inout JSONWriter) {
        writer.member(
            "balance",
            object: { writer in
                writeAccounts(of: balance, to: &writer)
                writer.member("spendable", balance.spendable)
                writer.member(
                    "expiringSoon",
                    array: { writer in
                        for expiring in balance.expiringSoon {
                            writer.element(object: {
                                $0.member("points", expiring.points)
                                $0.member("on", expiring.on.description)
                            })
                        }
                    })
            })
    }

    func writeAccounts(of balance: Balance, to writer: inout JSONWriter) {
        writer.member("available", balance.available)
        writer.member("pending", balance.pending)
        writer.member("held", balance.held)
        writer.member("debt", balance.debt)
    }

    func write(_ member: MemberView, to writer: inout JSONWriter) {
        writer.member("id", member.id.description)
        writer.member("status", member.status.rawValue)
        writer.member("joinedOn", member.joinedOn.description)
        write(member.identities, to: &writer)
        guard let tier = member.tier else {
            writer.memberNull("tier")
            return
        }
        writer.member("tier", object: { write(tier, to: &$0) })
    }

    func write(_ lots: [Lot], to writer: inout JSONWriter) {
        writer.member(
            "lots",
            array: { writer in
                for lot in lots {
                    writer.element(object: {
                        $0.member("points", lot.points)
                        write(lot.terms, to: &$0)
                    })
                }
            })
    }

    func write(_ terms: LotTerms, to writer: inout JSONWriter) {
        writer.member("class", terms.pointClass.name)
        writer.member("company", terms.company)
        writer.member("grantedOn", terms.grantedOn.description)
        writer.member("expiresOn", terms.expiresOn?.description)
    }

    func write(_ awards: [RuleAward], named key: StaticString, to writer: inout JSONWriter) {
        writer.member(
            key,
            array: { writer in
                for award in awards {
                    writer.element(object: {
                        $0.member("rule", award.rule)
                        $0.member("points", award.points)
                        $0.member("why", award.why)
                    })
                }
            })
    }

    func write(_ hold: HoldView, to writer: inout JSONWriter) {
        writer.member(
            "hold",
            object: {
                $0.member("id", hold.id.text(prefix: JournalPosition.holdPrefix))
                $0.member("points", hold.placed.points)
                $0.member("captured", hold.captured)
                $0.member("status", hold.status.rawValue)
                $0.member("expiresAt", calendar.text(of: hold.placed.expiresAt))
                $0.member("order", hold.placed.order)
            })
    }

    private func write(_ verification: Verification, to writer: inout JSONWriter) {
        writer.member("ok", verification.isOK)
        writer.member(
            "checked",
            object: {
                $0.member("transactions", verification.transactions)
                $0.member("postings", verification.postings)
                $0.member("members", verification.members)
                $0.member("lots", verification.lots)
            })
        writer.member(
            "differences",
            array: { writer in
                for difference in verification.differences {
                    writer.element(object: {
                        $0.member("invariant", difference.invariant)
                        $0.member("member", difference.member)
                        $0.member(
                            "transaction",
                            difference.transaction?.text(
                                prefix: JournalPosition.transactionPrefix))
                        $0.member("detail", difference.detail)
                    })
                }
            })
    }
}
