import TestSupport
import Testing

@testable import PointsCore

struct PricedBasketTests {
    struct Row: Sendable {
        let basket: Basket
        /// The tax of each rate, lowest rate first.
        let taxes: [Int64]
        let gross: [Int64]
    }

    static let rows = [
        // 1,078 × 10 ÷ 110 = 98.
        Row(basket: Programs.basket((1_078, 1, 10)), taxes: [98], gross: [1_078]),
        // Once for the rate: 99 × 10 ÷ 110 = 9, not three times 3.
        Row(
            basket: Programs.basket((33, 1, 10), (33, 1, 10), (33, 1, 10)), taxes: [9],
            gross: [33, 33, 33]),
        // 108 × 8 ÷ 108 = 8; 550 × 10 ÷ 110 = 50.
        Row(
            basket: Programs.basket((550, 1, 10), (108, 1, 8)), taxes: [8, 50],
            gross: [550, 108]),
        // Tax on top: (5 + 5 + 5) × 10 % = 1.5, floor 1, to the first of three equal lines.
        Row(
            basket: Programs.basket((5, 1, 10), (5, 1, 10), (5, 1, 10), includesTax: false),
            taxes: [1], gross: [6, 5, 5]),
        // 8 %: 199 + 99 = 298, tax 23: 15 and 7 with remainders 107 and 191. 10 %: 980, tax 98.
        Row(
            basket: Programs.basket((199, 1, 8), (980, 1, 10), (99, 1, 8), includesTax: false),
            taxes: [23, 98], gross: [214, 1_078, 107]),
        Row(basket: Programs.basket((500, 1, 0)), taxes: [0], gross: [500]),
        Row(
            basket: Programs.basket((500, 1, 100), includesTax: false), taxes: [500], gross: [1_000]
        ),
        Row(basket: Programs.basket((0, 1, 10), includesTax: false), taxes: [0], gross: [0]),
    ]

    @Test(arguments: rows)
    func `rounds the tax down once for each rate`(_ row: Row) {
        let priced = row.basket.priced
        #expect(priced.taxes.map(\.tax) == row.taxes)
        #expect(priced.gross == row.gross)
        #expect(priced.total == row.gross.reduce(0, +))
        #expect(priced.tax == row.taxes.reduce(0, +))
    }

    @Test(arguments: [
        (Int64(100), Int64(3), [Int64(100), 66, 33, 0]), (1, 3, [1, 0, 0, 0]),
        (0, 3, [0, 0, 0, 0]), (999, 3, [999, 666, 333, 0]),
    ])
    func `prices what is left of a line, rounded down`(
        _ amount: Int64, _ quantity: Int64, _ left: [Int64]
    ) {
        let line = BasketLine(name: "1", quantity: quantity, amount: Yen(amount), taxRate: 10)
        #expect((0...quantity).reversed().map { line.amount(ofPieces: $0).amount } == left)
    }

    @Test
    func `removes pieces and works the tax out again`() {
        let basket = Programs.basket((300, 3, 10), (199, 1, 8), includesTax: false)
        let left = PricedBasket(basket: basket, pieces: [2, 1])
        #expect(left.pieces == [2, 1])
        #expect(left.gross == [220, 214])
        #expect(PricedBasket(basket: basket, pieces: [0, 0]).total == 0)
        #expect(PricedBasket(basket: basket, pieces: [3, 1]) == basket.priced)
    }

    @Test(arguments: UInt64(30)..<40)
    func `adds up whatever is left of it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let lines = (0..<Int.random(in: 1...8, using: &random)).map { place in
                BasketLine(
                    name: "\(place)", quantity: Int64.random(in: 1...5, using: &random),
                    amount: Yen(Int64.random(in: 0...3_000, using: &random)),
                    taxRate: [0, 8, 10].randomElement(using: &random) ?? 0)
            }
            let basket = Basket(lines: lines, amountsIncludeTax: Bool.random(using: &random))
            var gone = lines.map { _ in Int64(0) }
            var before = basket.priced.total
            for _ in 0..<4 {
                let left = zip(lines, gone).map { $0.quantity - $1 }
                let priced = PricedBasket(basket: basket, pieces: left)
                try #require(
                    priced.taxes.reduce(0) { $0 + $1.gross } == priced.total, "seed \(seed)")
                try #require(priced.gross.allSatisfy { $0 >= 0 }, "seed \(seed)")
                try #require(priced.total <= before, "seed \(seed)")
                before = priced.total
                gone = zip(lines, gone).map { line, gone in
                    min(line.quantity, gone + Int64.random(in: 0...2, using: &random))
                }
            }
        }
    }
}
