internal import PointsCore
internal import PointsStore

// MARK: - Sales and what follows them

extension Engine {
    func record(_ sale: Sale, in situation: Situation) throws(CommandFailure) -> Reply {
        let channel = try channel(situation.cause.channel, of: situation.rules)
        let card = try sale.member.flatMap { (reference) throws(CommandFailure) in
            try newcomer(reference, in: situation)
        }
        let buyer = card == nil ? try buyer(of: sale, in: situation) : nil
        let hold = try hold(of: sale, for: buyer)
        var desk =
            if let card { card.desk } else {
                desk(for: buyer, in: try self.situation(situation, for: buyer))
            }
        try deciding { () throws(Refusal) in try desk.checkBuyer(of: sale) }
        let known = try entry(ofOrder: sale.order, in: channel.name)
        if let known {
            guard case .orderVoided = known.event else {
                throw .refused(.purchaseExists(known.position))
            }
        } else if let hold {
            try requireOpen(hold)
        }
        try deciding { () throws(Refusal) in
            if let known {
                try desk.recordVoided(sale, in: channel, by: known.position)
            } else {
                try desk.record(sale, in: channel)
            }
        }
        if let card { try keep([card.claim], profile: nil, for: desk) }
        return try finish(desk)
    }

    /// The entry to which an order number leads: a purchase, or that it was voided before it arrived.
    private func entry(
        ofOrder order: String, in channel: String
    ) throws(CommandFailure) -> Entry? {
        let position = try storing { () throws(StoreError) in
            try projections.order(OrderKey(channel: channel, order: order))
        }
        guard let position else { return nil }
        return try entry(at: position)
    }

    /// A purchase is undone; an order that is not here yet is remembered as voided.
    func void(
        _ reference: PurchaseReference, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        if case .order(let channel, let order) = reference {
            let known = try entry(ofOrder: order, in: channel)
            if let first = try known.flatMap({ (known) throws(CommandFailure) in
                try voidBeforeSale(of: known)
            }) {
                return .done(try receipt(for: first, isReplay: true))
            }
            if known == nil {
                return try finish(desk(for: nil, in: situation)) { desk throws(Refusal) in
                    try desk.append(.orderVoided(order: order))
                }
            }
        }
        return try work(on: reference, in: situation) { desk, purchase, rules throws(Refusal) in
            try desk.void(purchase, rules: rules)
        }
    }

    /// That an order was voided before its sale arrived, if an entry says so or is that sale.
    private func voidBeforeSale(of known: Entry) throws(CommandFailure) -> Entry? {
        if case .orderVoided = known.event { return known }
        guard case .purchaseRecorded(let recorded) = known.event, recorded.replacement == nil,
            let before = recorded.takesOrderFrom
        else { return nil }
        return try entry(at: before)
    }

    /// A purchase comes back and another takes its place.
    func replace(
        _ reference: PurchaseReference, with sale: Sale, in situation: Situation
    ) throws(CommandFailure) -> Reply {
        let channel = try channel(situation.cause.channel, of: situation.rules)
        let (purchase, buyer) = try replaced(reference, by: sale, in: situation)
        if buyer == nil { _ = try nobody(for: sale) }
        let hold = try hold(of: sale, for: buyer)
        let desk = desk(for: buyer, in: try self.situation(situation, for: buyer))
        try deciding { () throws(Refusal) in try desk.checkBuyer(of: sale) }
        let known = try entry(ofOrder: sale.order, in: channel.name)
        if let known, known.position != purchase.id {
            throw .refused(.purchaseExists(known.position))
        }
        try deciding { () throws(Refusal) in try desk.requireLive(purchase) }
        if let hold { try requireOpen(hold) }
        let rules = try rules(of: purchase)
        return try finish(desk) { desk throws(Refusal) in
            try desk.replace(
                purchase, rules: rules, with: sale, in: channel, takesOrderFrom: known?.position)
        }
    }

    /// The purchase that a sale takes the place of, and its buyer, who must be the sale's if that names one.
    private func replaced(
        _ reference: PurchaseReference, by sale: Sale, in situation: Situation
    ) throws(CommandFailure) -> (purchase: Purchase, buyer: Member?) {
        var (named, invalid): (Member?, CommandFailure?)
        do throws(CommandFailure) {
            named = try sale.member.map { (reference) throws(CommandFailure) in
                try member(reference, in: situation)
            }
        } catch {
            // An identity that is not of its form comes after a purchase that is not there.
            guard case .refused(.identityInvalid) = error else { throw error }
            invalid = error
        }
        let purchase = try purchase(reference)
        if let invalid { throw invalid }
        let buyer = try answering(for: purchase.member)
        guard sale.member == nil || named?.id == buyer?.id else {
            throw .refused(
                .invalidParams(
                    pointer: "/member", expected: "the member of the purchase, or left out"))
        }
        try deciding { () throws(Refusal) in
            try desk(for: buyer, in: situation).requireAfterSale(of: purchase)
        }
        return (purchase, buyer)
    }

    func quote(_ sale: Sale, in situation: Situation) throws(CommandFailure) -> Reply {
        let channel = try channel(situation.cause.channel, of: situation.rules)
        let buyer = try buyer(of: sale, in: situation)
        let hold = try hold(of: sale, for: buyer)
        var desk = desk(for: buyer, in: try self.situation(situation, for: buyer))
        try deciding { () throws(Refusal) in try desk.checkBuyer(of: sale) }
        if let hold { try requireOpen(hold) }
        let quote = try deciding { () throws(Refusal) in try desk.quote(sale, in: channel) }
        let reply = Reply.quote(
            QuoteView(
                evaluation: quote.evaluation, redeemable: quote.redeemable,
                payable: quote.payable,
                balance: buyer.map {
                    $0.wallet.balance(at: situation.now, in: situation.calendar)
                }))
        return buyer.map { asking($0, in: situation, reply) } ?? reply
    }

    /// Who buys; `nil` for a sale to nobody in particular, where the program allows that.
    private func buyer(
        of sale: Sale, in situation: Situation
    ) throws(CommandFailure) -> Member? {
        let allowsNobody = situation.program.allowsAnonymousSales
        guard let reference = sale.member else {
            guard allowsNobody else {
                throw .refused(
                    .invalidParams(
                        pointer: "/member", expected: "told: the program has no anonymous sales"))
            }
            return try nobody(for: sale)
        }
        do throws(CommandFailure) {
            return try member(reference, in: situation)
        } catch {
            guard allowsNobody, case .refused(.memberUnknown) = error else { throw error }
            return try nobody(for: sale)
        }
    }

    /// The hold that pays for a sale, open or ended; a hold of somebody else is as good as unknown.
    private func hold(
        of sale: Sale, for buyer: Member?
    ) throws(CommandFailure) -> HoldView? {
        guard let id = sale.hold else { return nil }
        let (hold, member, _) = try hold(id)
        guard try answering(for: member)?.id == buyer?.id, buyer != nil else {
            throw .refused(.holdUnknown(id.text(prefix: JournalPosition.holdPrefix)))
        }
        return hold
    }

    /// Nobody has no points to pay with.
    private func nobody(for sale: Sale) throws(CommandFailure) -> Member? {
        guard sale.hold == nil, (sale.redeem ?? 0) == 0 else { throw .refused(.memberUnknown) }
        return nil
    }

    private func desk(for buyer: Member?, in situation: Situation) -> Desk {
        if let buyer { return Desk(buyer, in: situation) }
        return Desk(programAt: projections.program.head.position, in: situation)
    }

    /// Works on a purchase under the rules of its sale.
    func work(
        on reference: PurchaseReference, in situation: Situation,
        _ work: (inout Desk, Purchase, Ruleset) throws(Refusal) -> Void
    ) throws(CommandFailure) -> Reply {
        let purchase = try purchase(reference)
        let rules = try rules(of: purchase)
        return try finish(desk(about: purchase, in: situation)) { desk throws(Refusal) in
            try work(&desk, purchase, rules)
        }
    }

    /// The rules of the sale.
    func rules(of purchase: Purchase) throws(CommandFailure) -> Ruleset {
        try rules(activatedBy: purchase.ruleset)
    }

    /// The rules that an entry activated.
    func rules(activatedBy entry: JournalPosition) throws(CommandFailure) -> Ruleset {
        guard let activation = projections.program.activation(by: entry) else {
            throw .refused(.internalFault("the rules of an entry are missing"))
        }
        return try deciding { () throws(Refusal) in try shelf.ruleset(activation.hash) }
    }

    private func desk(
        about purchase: Purchase, in situation: Situation
    ) throws(CommandFailure) -> Desk {
        // An entry about a purchase says its channel, so that a day's totals do.
        var cause = situation.cause
        cause.channel = cause.channel ?? purchase.channel
        cause.company = cause.company ?? purchase.company
        return desk(for: try answering(for: purchase.member), in: situation.with(cause: cause))
    }
}
