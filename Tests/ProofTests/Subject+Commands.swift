import PointsCore

// MARK: - Steps as commands

extension Subject {
    func command(for step: Step) -> Command {
        let (method, action) = action(of: step.deed)
        var envelope = Envelope(
            method: method, idempotencyKey: step.isChange ? step.key : "",
            content: step.isChange ? Array("\(step.content)".utf8) : [],
            occurredAt: step.occurredAt.map { Instant(milliseconds: $0) })
        switch step.deed {
        case .record(let sale), .replace(_, let sale), .quote(let sale):
            envelope.channel = sale.channel
        case .takeBackUnreceipted(_, _, let channel): envelope.channel = channel
        case .review: envelope.channel = Policy.reviewChannel
        case .void(.order(_, let channel)): envelope.channel = channel
        case .grant(_, let given, _, _), .adjust(_, let given): envelope.actor = given.actor
        default: break
        }
        return Command(envelope: envelope, action: action)
    }

    private func action(of deed: Step.Deed) -> (String, Action) {
        switch deed {
        case .grant(let who, let given, let isLimited, let lastDay):
            (
                "points.grant",
                .grant(
                    GrantPoints(
                        member: reference(who), points: given.points, reason: "proof",
                        approvedBy: given.approvedBy,
                        pointClass: isLimited ? Policy.limitedClass : .standard,
                        expiresOn: lastDay.map { CivilDate(dayNumber: $0) }))
            )
        case .adjust(let who, let given):
            (
                "points.adjust",
                .adjust(
                    AdjustPoints(
                        member: reference(who), points: given.points, reason: "proof",
                        approvedBy: given.approvedBy))
            )
        case .place(let who, let points, let until):
            (
                "hold.place",
                .placeHold(
                    PlaceHold(
                        member: reference(who), points: points, order: nil,
                        expiresAt: until.map { Instant(milliseconds: $0) }))
            )
        case .release(let step): ("hold.release", .releaseHold(hold(step)))
        case .review(let who, let subject, let reference):
            (
                "activity.record",
                .recordActivity(
                    RecordActivity(
                        member: self.reference(who), activity: "review",
                        subject: subject.map { "\($0)" }, reference: reference.map { "\($0)" }))
            )
        case .close(let day): ("day.close", .closeDay(CivilDate(dayNumber: day)))
        default: membershipAction(of: deed) ?? purchaseAction(of: deed)
        }
    }

    private func purchaseAction(of deed: Step.Deed) -> (String, Action) {
        switch deed {
        case .record(let sale): ("purchase.record", .record(self.sale(sale)))
        case .confirm(let which, let pieces):
            (
                "purchase.confirm",
                .confirm(ConfirmPurchase(purchase: reference(which), pieces: named(pieces)))
            )
        case .takeBack(let which, let pieces):
            (
                "purchase.return",
                .returnPurchase(
                    ReturnPurchase(purchase: reference(which), pieces: named(pieces)))
            )
        case .void(let which): ("purchase.void", .void(reference(which)))
        case .replace(let which, let sale):
            ("purchase.replace", .replace(reference(which), with: self.sale(sale)))
        case .takeBackUnreceipted(let who, let basket, _):
            (
                "purchase.returnWithoutReceipt",
                .returnUnreceipted(reference(who), self.basket(basket))
            )
        case .quote(let sale): ("purchase.quote", .quote(self.sale(sale)))
        case .purchase(let which): ("purchase.get", .getPurchase(reference(which)))
        case .hold(let step): ("hold.get", .getHold(hold(step)))
        case .balance(let who, let at, let recordedBy):
            (
                "points.balance",
                .balance(
                    reference(who), at: at.map { Instant(milliseconds: $0) },
                    recordedBy: recordedBy.map { Instant(milliseconds: $0) })
            )
        case .history(let who):
            (
                "points.history",
                .history(HistoryPage(member: reference(who), limit: 500, from: nil))
            )
        default: ("system.verify", .verify)
        }
    }

    private func named(_ pieces: [Step.Pieces]?) -> [NamedPieces]? {
        pieces?.map { NamedPieces(line: "\($0.line)", quantity: $0.quantity) }
    }

    private func basket(_ basket: Step.Basket) -> Basket {
        Basket(
            lines: basket.lines.enumerated().map { place, line in
                BasketLine(
                    name: "\(place)", category: line.isGiftCard ? Policy.giftCard : "food",
                    quantity: line.quantity, amount: Yen(line.amount), taxRate: line.taxRate)
            }, amountsIncludeTax: basket.includesTax)
    }

    private func sale(_ sale: Step.Sale) -> Sale {
        Sale(
            member: sale.buyer.map(reference), order: sale.order, basket: basket(sale.basket),
            redeem: sale.redeem, hold: sale.hold.map { hold($0) }, keepsHold: sale.keepsHold)
    }
}
