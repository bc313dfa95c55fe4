/// What somebody buys.
package struct Basket: Hashable, Sendable {
    /// The lines, in the channel's order.
    package let lines: [BasketLine]
    /// Whether the amounts include tax.
    package let amountsIncludeTax: Bool

    /// A basket of lines.
    package init(lines: [BasketLine], amountsIncludeTax: Bool) {
        self.lines = lines
        self.amountsIncludeTax = amountsIncludeTax
    }

    /// The whole basket with its tax.
    package var priced: PricedBasket {
        PricedBasket(basket: self, pieces: lines.map(\.quantity))
    }
}

// MARK: - Bounds

extension Basket {
    /// Whether it could have been recorded: a journal that somebody changed may hold any number.
    package var isWithinBounds: Bool {
        let isSound = lines.allSatisfy { line in
            (1...CoreLimits.lineQuantityMax).contains(line.quantity)
                && (0...Yen.max.amount).contains(line.amount.amount)
                && (0...CoreLimits.taxPercentMax).contains(line.taxRate)
        }
        return isSound && lines.count <= CoreLimits.basketLinesMax
            && lines.reduce(Yen.zero) { $0 + $1.amount } <= .max
            && Set(lines.map(\.taxRate)).count <= CoreLimits.basketTaxRatesMax
    }
}
