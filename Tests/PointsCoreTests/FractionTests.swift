import TestSupport
import Testing

@testable import PointsCore

struct FractionTests {
    @Test(arguments: [
        // numerator, denominator, floor, half up, ceiling
        (9, 1, 9, 9, 9), (49, 5, 9, 10, 10), (47, 5, 9, 9, 10), (1, 2, 0, 1, 1), (3, 2, 1, 2, 2),
        (5, 2, 2, 3, 3), (-1, 2, -1, 0, 0), (-3, 2, -2, -1, -1), (-5, 2, -3, -2, -2),
        (-1, 3, -1, 0, 0), (-2, 3, -1, -1, 0), (0, 7, 0, 0, 0), (1, 3, 0, 0, 1), (2, 3, 0, 1, 1),
        (499_999, 1_000_000, 0, 0, 1), (-7, 1, -7, -7, -7),
    ])
    func `rounds in every mode`(
        _ numerator: Int, _ denominator: Int, _ floor: Int64, _ halfUp: Int64, _ ceiling: Int64
    ) {
        let fraction = Fraction(Int128(numerator), over: Int128(denominator))
        #expect(fraction.rounded(.floor) == floor)
        #expect(fraction.rounded(.halfUp) == halfUp)
        #expect(fraction.rounded(.ceiling) == ceiling)
    }

    @Test
    func `computes exactly and in lowest terms`() {
        #expect(Fraction(6, over: 4) == Fraction(3, over: 2))
        #expect(Fraction(1, over: 3) + Fraction(1, over: 6) == Fraction(1, over: 2))
        #expect(Fraction(1, over: 3) - Fraction(1, over: 2) == Fraction(-1, over: 6))
        #expect(Fraction(2, over: 3) * Fraction(9, over: 4) == Fraction(3, over: 2))
        #expect(Fraction(2, over: 3) * 6 == Fraction(4))
        #expect(Fraction(0, over: 9) == .zero)
        #expect(Fraction(-4, over: 6).description == "-2/3")
        #expect(Fraction(18, over: 2).description == "9")
    }

    @Test
    func `holds the largest amounts`() {
        let money = Fraction(1_000_000_000_000)
        let rate = Fraction(999_999_999, over: 1_000_000_000)
        #expect((money * rate).rounded(.floor) == 999_999_999_000)
        #expect(Fraction(Int128.max).rounded(.floor) == Int64.max)
        #expect(Fraction(-Int128.max).rounded(.ceiling) == Int64.min)
    }

    @Test(arguments: [UInt64(6), 7])
    func `agrees with whole numbers when both are brought to one denominator`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let (a, c) = (
                Int.random(in: -9_999...9_999, using: &random),
                Int.random(in: -9_999...9_999, using: &random)
            )
            let (b, d) = (
                Int.random(in: 1...999, using: &random), Int.random(in: 1...999, using: &random)
            )
            let sum = Fraction(Int128(a), over: Int128(b)) + Fraction(Int128(c), over: Int128(d))
            let product =
                Fraction(Int128(a), over: Int128(b)) * Fraction(Int128(c), over: Int128(d))
            try #require(
                sum.numerator * Int128(b * d) == Int128(a * d + c * b) * sum.denominator,
                "seed \(seed)")
            try #require(
                product.numerator * Int128(b * d) == Int128(a * c) * product.denominator,
                "seed \(seed)")
        }
    }

    @Test(arguments: [
        (Int64(0), true), (1, true), (1_000_000_000_000, true), (1_000_000_000_001, false),
        (-1, false), (Int64.min, false), (Int64.max, false),
    ])
    func `points lie between zero and a million million`(_ count: Int64, _ isIn: Bool) {
        if isIn {
            #expect(throws: Never.self) { try #expect(Points(count).count == count) }
        } else {
            #expect(throws: Refusal.pointsOutOfRange(count)) { try Points(count) }
        }
    }

    @Test(arguments: [
        (Rate(points: Fraction(1), per: 100), 980, "49/5"),
        (Rate(points: Fraction(10), per: 1_000, wholeStepsOnly: true), 900, "0"),
        (Rate(points: Fraction(10), per: 1_000, wholeStepsOnly: true), 2_999, "20"),
        (Rate(points: Fraction(3, over: 200), per: 1), 980, "147/10"),
    ])
    func `a rate gives points for money`(_ rate: Rate, _ money: Int, _ points: String) {
        #expect(rate.points(for: Fraction(Int128(money))).description == points)
    }

    /// Rates whose steps have no factor in common: the exact sum needs more than 128 bits.
    @Test
    func `sums and products beyond 128 bits are cut to a millionth`() {
        let steps: [Int128] = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797]
        let parts = steps.map { Fraction(1_000_000_000, over: $0) }
        let sum = parts.reduce(.zero, +)
        #expect(sum.rounded(.floor) == 5)
        #expect((sum * 1_000_000).rounded(.floor) == 5_000_000)
        let product = parts.reduce(Fraction(1), *)
        #expect((product * 1_000_000).rounded(.floor) == 1_000_000)
        let huge = Fraction(Int128.max, over: 3)
        #expect((huge * huge).rounded(.floor) == 1_000_000_000_000_000)
        #expect((huge * Fraction(-1) * huge).rounded(.floor) == -1_000_000_000_000_000)
    }
}
