/// What a basket, or what is left of it, costs with tax.
struct Price {
    /// Of each line, with tax.
    private(set) var gross: [Int64]
    /// Tax rates, lowest first.
    let rates: [Int64]
    /// With tax, and the tax in it, by rate.
    private(set) var byRate: [Int64: (gross: Int64, tax: Int64)] = [:]

    /// "Tax taken out exactly, rounded once per tax rate, as an invoice does".
    init(_ basket: Step.Basket, pieces: [Int64], fault: Fault? = nil) {
        let lines = basket.lines
        gross = lines.indices.map { lines[$0].amount * pieces[$0] / lines[$0].quantity }
        rates = Set(lines.map(\.taxRate)).sorted()
        for rate in rates {
            let places = lines.indices.filter { lines[$0].taxRate == rate }
            let sum = places.reduce(0) { $0 + gross[$1] }
            if basket.includesTax {
                byRate[rate] = (sum, sum * rate / (100 + rate))
            } else {
                let tax = sum * rate / 100
                byRate[rate] = (sum + tax, tax)
                let shares = Price.spread(tax, over: places.map { gross[$0] }, fault: fault)
                for (place, share) in zip(places, shares) { gross[place] += share }
            }
        }
    }

    var total: Int64 { gross.reduce(0, +) }
    var tax: Int64 { byRate.values.reduce(0) { $0 + $1.tax } }

    /// "In proportion to their amounts, by largest remainder, so the line shares add up exactly".
    static func spread(
        _ amount: Int64, over weights: [Int64], fault: Fault? = nil
    ) -> [Int64] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        var shares = weights.map { amount * $0 / sum }
        if fault == .remainderToTheLast {
            shares[shares.count - 1] += amount - shares.reduce(0, +)
        }
        var remainders = weights.map { amount * $0 % sum }
        while shares.reduce(0, +) < amount, let most = remainders.max(), most >= 0,
            let place = remainders.firstIndex(of: most)
        {
            shares[place] += 1
            remainders[place] = -1
        }
        return shares
    }
}
