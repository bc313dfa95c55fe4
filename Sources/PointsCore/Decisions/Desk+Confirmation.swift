// MARK: - Shipment

extension Desk {
    /// A purchase was shipped: its pending points count now, or so many days from now, as its channel's policy says.
    package mutating func confirm(
        _ purchase: Purchase, policy: PendingPolicy
    ) throws(Refusal) {
        guard !purchase.isConfirmed else {
            throw .purchaseClosed(purchase.id, why: "The purchase is confirmed already.")
        }
        try requireLive(purchase)
        if member != nil { try settle() }
        var afterDays = 0
        if case .onConfirm(let days, _) = policy { afterDays = days }
        let summary = PurchaseSummary(
            status: purchase.summary.status == .pending ? .completed : purchase.summary.status,
            total: purchase.summary.total, redeemed: purchase.summary.redeemed,
            payable: purchase.summary.payable, tax: purchase.summary.tax)
        guard afterDays > 0 else {
            let waiting = member?.wallet.pendingGrants(of: purchase.id) ?? []
            try append(
                .purchaseConfirmed(
                    PurchaseConfirmed(purchase: purchase.id, dueAt: nil, summary: summary)),
                member?.wallet.confirmationPostings(for: waiting, on: situation.today) ?? [])
            return
        }
        let due = situation.calendar.start(of: situation.today.adding(days: afterDays))
        let latest = purchase.grants.compactMap(\.confirmsAt).min()
        try append(
            .purchaseConfirmed(
                PurchaseConfirmed(
                    purchase: purchase.id, dueAt: min(due, latest ?? due), summary: summary)))
    }

    /// Refuses a purchase that is over.
    func requireLive(_ purchase: Purchase) throws(Refusal) {
        switch purchase.summary.status {
        case .returned:
            throw .purchaseClosed(purchase.id, why: "All of the purchase came back already.")
        case .voided: throw .purchaseClosed(purchase.id, why: "The purchase was voided.")
        case .pending, .completed, .partlyReturned: break
        }
    }
}
