/// A basket, or what is left of it, with the tax of each rate worked out.
///
/// Tax is rounded down once per rate, as a qualified invoice does (Consumption Tax Act, Order for Enforcement
/// art. 70-10), and its parts are spread over the lines of the rate by largest remainder. So every line has an
/// amount with tax, and the lines add up to the total exactly.
package struct PricedBasket: Hashable, Sendable {
    /// What was bought at first.
    package let basket: Basket
    /// Pieces left of each line.
    package let pieces: [Int64]
    /// What each line costs with tax.
    package let gross: [Int64]
    /// What each line costs without tax, where that is what was told: then nothing has to be taken out.
    package let net: [Int64]?
    /// Tax in it, per rate, lowest rate first.
    package let taxes: [Tax]

    /// The tax of one rate.
    package struct Tax: Hashable, Sendable {
        /// Percent.
        package let rate: Int64
        /// What is taxed at this rate, with the tax.
        package let gross: Int64
        /// The tax in it.
        package let tax: Int64
    }

    /// The basket with so many pieces left of each line.
    package init(basket: Basket, pieces: [Int64]) {
        precondition(basket.lines.count == pieces.count, "pieces are counted for every line")
        let amounts = zip(basket.lines, pieces).map { $0.amount(ofPieces: $1).amount }
        var gross = amounts
        var taxes: [Tax] = []
        for rate in Set(basket.lines.map(\.taxRate)).sorted() {
            let places = basket.lines.indices.filter { basket.lines[$0].taxRate == rate }
            let sum = places.reduce(Int64(0)) { $0 + amounts[$1] }
            if basket.amountsIncludeTax {
                let tax = PricedBasket.tax(inside: sum, at: rate)
                taxes.append(Tax(rate: rate, gross: sum, tax: tax))
            } else {
                let tax = (sum * rate).flooredQuotient(by: 100)
                taxes.append(Tax(rate: rate, gross: sum + tax, tax: tax))
                let shares = Apportionment.shares(of: tax, by: places.map { amounts[$0] })
                for (place, share) in zip(places, shares) { gross[place] += share }
            }
        }
        self.basket = basket
        self.pieces = pieces
        self.gross = gross
        net = basket.amountsIncludeTax ? nil : amounts
        self.taxes = taxes
    }

    /// What is to pay, with tax.
    package var total: Int64 { gross.reduce(0, +) }
    /// The tax in the total.
    package var tax: Int64 { taxes.reduce(0) { $0 + $1.tax } }

    /// What some lines cost; without tax, it is taken out once per rate as an invoice does.
    package func money(ofLinesAt places: [Int], includingTax: Bool) -> Int64 {
        if includingTax { return places.reduce(0) { $0 + gross[$1] } }
        if let net { return places.reduce(0) { $0 + net[$1] } }
        return taxes.reduce(0) { money, tax in
            let sum = places.reduce(Int64(0)) {
                $0 + (basket.lines[$1].taxRate == tax.rate ? gross[$1] : 0)
            }
            return money + sum - PricedBasket.tax(inside: sum, at: tax.rate)
        }
    }

    /// What is left of amounts without tax of which points paid so much, tax included: as on an invoice, the tax in what is
    /// left is rounded down.
    static func net(of amounts: Int64, less paid: Int64, at rate: Int64) -> Int64 {
        amounts - (paid * 100).flooredQuotient(by: 100 + rate)
    }

    /// The tax inside an amount that includes it, rounded down.
    package static func tax(inside gross: Int64, at rate: Int64) -> Int64 {
        (gross * rate).flooredQuotient(by: 100 + rate)
    }
}
