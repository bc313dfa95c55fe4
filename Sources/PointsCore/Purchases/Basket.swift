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
