import TestSupport
import Testing

@testable import PointsCore

struct ApportionmentTests {
    static let spreads: [(amount: Int64, weights: [Int64], shares: [Int64])] = [
        (10, [1, 1, 1], [4, 3, 3]), (1, [1, 1, 1], [1, 0, 0]),
        (100, [50, 30, 20], [50, 30, 20]), (7, [3, 3, 1], [3, 3, 1]), (5, [3, 3, 1], [2, 2, 1]),
        (400, [1_000, 600], [250, 150]), (0, [5, 5], [0, 0]), (9, [0, 0], [0, 0]), (9, [], []),
        (2, [0, 3, 0], [0, 2, 0]), (3, [1, 2, 4], [0, 1, 2]),
        (1_000_000_000_000, [1_000_000_000_000, 1], [999_999_999_999, 1]),
    ]

    @Test(arguments: spreads)
    func `spreads by largest remainder, the earlier part first`(
        _ amount: Int64, _ weights: [Int64], _ shares: [Int64]
    ) {
        #expect(Apportionment.shares(of: amount, by: weights) == shares)
    }

    @Test(arguments: UInt64(20)..<30)
    func `loses nothing and gives no part more than its weight`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Int64.random(in: 0...(Bool.random(using: &random) ? 9 : 1_000_000), using: &random)
            }
            let total = weights.reduce(0, +)
            let amount = Int64.random(in: 0...total, using: &random)
            let shares = Apportionment.shares(of: amount, by: weights)
            try #require(shares.reduce(0, +) == amount, "seed \(seed): \(amount) by \(weights)")
            for (share, weight) in zip(shares, weights) {
                let (least, most) = (amount * weight / max(total, 1), weight)
                try #require(
                    share >= least && share <= most && share <= least + 1,
                    "seed \(seed): \(amount) by \(weights)")
            }
        }
    }
}
