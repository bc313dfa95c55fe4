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

    /// The basket that is left after `returned` pieces of each line came back; lines with nothing left cost nothing.
    package func remaining(after returned: [Int64]) -> PricedBasket {
        let left = zip(lines, returned).map { line, gone in line.quantity - gone }
        return PricedBasket(basket: self, pieces: left)
    }

    /// The whole basket with its tax.
    package var priced: PricedBasket {
        PricedBasket(basket: self, pieces: lines.map(\.quantity))
    }
}
