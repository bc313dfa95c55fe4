internal import PointsCore

/// Sales for which the draft gives about so many points more, or fewer.
package struct BacktestBand: Hashable, Sendable {
    /// The least difference; `nil` without a bound.
    package let from: Int64?
    /// The greatest difference; `nil` without a bound.
    package let to: Int64?
    /// How many sales.
    package private(set) var sales: Int64 = 0
    /// Their differences together.
    package private(set) var points: Int128 = 0

    /// All bands without a sale, from the greatest loss to the greatest gain.
    static let none: [BacktestBand] = {
        let tens: [Int64] = [1, 10, 100, 1_000]
        let gains = tens.indices.map { place in
            let next = place + 1 < tens.count ? tens[place + 1] - 1 : nil
            return BacktestBand(from: tens[place], to: next)
        }
        let losses = gains.reversed().map { gain in
            BacktestBand(from: gain.to.map { -$0 }, to: gain.from.map { -$0 })
        }
        return losses + [BacktestBand(from: 0, to: 0)] + gains
    }()

    private init(from: Int64?, to: Int64?) {
        self.from = from
        self.to = to
    }

    func contains(_ difference: Int64) -> Bool {
        difference >= from ?? Int64.min && difference <= to ?? Int64.max
    }

    mutating func add(_ sale: RehearsedSale) {
        sales += 1
        points += Int128(sale.difference)
    }
}
