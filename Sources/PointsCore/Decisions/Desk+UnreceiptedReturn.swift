// MARK: - Without a receipt

extension Desk {
    /// Something comes back of which nobody knows when it was bought: what it would earn now is taken back.
    ///
    /// Redeemed points cannot be told, so the refund is money alone.
    package mutating func takeBackUnreceipted(
        _ basket: Basket, in channel: Channel
    ) throws(Refusal) {
        try situation.requireUnreceipted(basket)
        let priced = basket.priced
        try requireOpen()
        try settle()
        let evaluation = evaluate(
            priced, shares: priced.gross.map { _ in 0 }, in: saleContext(in: channel), under: rooms)
        let points = evaluation.points
        let wallet = try subject().wallet
        let taken = min(points, wallet.spendable(on: situation.today))
        let missing = points - taken
        let policy = situation.program.shortfall
        var postings: [Posting] = []
        if points > 0 { postings.append(Posting(.issued(company: channel.company), points)) }
        for lot in try draw(taken) {
            postings.append(Posting(.available, -lot.points, lot: lot.terms))
        }
        if missing > 0 {
            let account = policy == .debt ? Account.debt : .adjusted(company: channel.company)
            postings.append(Posting(account, -missing))
        }
        try append(
            .unreceiptedReturned(
                UnreceiptedReturned(
                    day: situation.today, basket: basket, refund: Yen(priced.total),
                    awards: evaluation.awards,
                    clawedBack: points,
                    shortfall: Shortfall(
                        points: missing, policy: policy, refund: priced.total,
                        pointValue: situation.program.pointValue),
                    tierCount: tierCount(
                        returningUnreceipted: priced, earning: points, in: channel))),
            postings)
    }
}
