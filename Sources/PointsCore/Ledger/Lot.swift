/// Points of one kind: those left in a wallet, or those that were drawn from it.
package struct Lot: Hashable, Sendable {
    /// Class, company and dates.
    package let terms: LotTerms
    /// How many, above zero.
    package var points: Int64

    /// So many points on those terms.
    package init(terms: LotTerms, points: Int64) {
        self.terms = terms
        self.points = points
    }
}
