// MARK: - Cancel and resell

extension Desk {
    /// A purchase comes back whole and another takes its place, in one step: if the sale is refused, nothing came back.
    package mutating func replace(
        _ purchase: Purchase, rules: Ruleset, with sale: Sale, in channel: Channel,
        takesOrderFrom known: JournalPosition?
    ) throws(Refusal) {
        let purchase = try settled(purchase)
        let back = try PieceSelection(nil, of: purchase, from: purchase.left)
        let owedBefore = -(member?.wallet.debt ?? 0)
        let returned = try append(
            returned: back, of: purchase, rules: rules, isVoid: isVoidable(purchase),
            asStepWith: .debt)
        try record(
            sale, in: channel, takesOrderFrom: known,
            replacing: ReturnedForSale(
                purchase: purchase.id, returnedBy: entries[entries.count - 1].position,
                missing: returned.shortfall.points, owedBefore: owedBefore,
                owed: -(member?.wallet.debt ?? 0), company: purchase.company,
                policy: rules.program.shortfall, refund: returned.refund.amount,
                pointValue: rules.program.pointValue))
    }
}
