/// Spreads whole units over parts so that nothing is lost.
package enum Apportionment {
    /// Shares of `amount` in proportion to `weights`, by largest remainder; equal remainders go to the earlier part.
    ///
    /// The shares add up to `amount` exactly, unless every weight is zero: then all are zero. No share is above its
    /// weight as long as `amount` is not above their sum.
    package static func shares(of amount: Int64, by weights: [Int64]) -> [Int64] {
        let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard total > 0 else { return weights.map { _ in 0 } }
        var shares: [Int64] = []
        var remainders: [Int128] = []
        for weight in weights {
            let product = Int128(amount) * Int128(weight)
            shares.append(Int64(product / total))
            remainders.append(product % total)
        }
        let missing = Int(amount - shares.reduce(0, +))
        guard missing > 0 else { return shares }
        let order = weights.indices.sorted { left, right in
            remainders[left] != remainders[right]
                ? remainders[left] > remainders[right] : left < right
        }
        for index in order.prefix(missing) { shares[index] += 1 }
        return shares
    }
}
