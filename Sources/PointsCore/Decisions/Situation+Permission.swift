// MARK: - What the program allows

extension Situation {
    /// Refuses more points by hand than one person may move.
    package func requireSecondActor(
        for points: Int64, approvedBy: String?
    ) throws(Refusal) {
        guard let most = program.secondActorAbove, abs(points) > most else { return }
        guard let actor = cause.actor, let approvedBy, actor != approvedBy else {
            throw .forbidden(
                "More than \(most) points by hand need two people: actor and approvedBy.")
        }
    }

    /// Refuses what is not taken back without a receipt.
    package func requireUnreceipted(_ basket: Basket) throws(Refusal) {
        guard let most = program.unreceiptedRefundMax else {
            throw .forbidden("The program takes nothing back without a receipt.")
        }
        let total = basket.priced.total
        guard total <= most.amount else {
            throw .forbidden(
                "Without a receipt at most \(most.amount) are given back; this comes to \(total).")
        }
    }
}
