/// An exact quotient of two integers; the denominator is positive.
///
/// Holds points and money before they are rounded. 128 bits hold every product of two amounts of 10¹² with
/// room for a rate of nine digits, and nothing here is a floating-point number.
package struct Fraction: Hashable, Sendable {
    /// What is divided.
    package let numerator: Int128
    /// What it is divided by, above zero.
    package let denominator: Int128

    /// `numerator` ÷ `denominator`, in lowest terms.
    package init(_ numerator: Int128, over denominator: Int128 = 1) {
        precondition(denominator > 0, "a fraction has a positive denominator")
        let divisor =
            denominator == 1
            ? 1 : Fraction.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        guard divisor != 1 else {
            self.init(lowest: numerator, over: denominator)
            return
        }
        self.init(lowest: numerator / Int128(divisor), over: denominator / Int128(divisor))
    }

    /// A fraction that is in lowest terms already.
    private init(lowest numerator: Int128, over denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Nothing.
    package static let zero = Fraction(0)

    /// The whole number that the mode makes of it.
    package func rounded(_ mode: Rounding) -> Int64 {
        guard denominator != 1 else { return Int64(clamping: numerator) }
        let whole: Int128
        switch mode {
        case .floor: whole = numerator.flooredQuotient(by: denominator)
        case .halfUp:
            whole = (numerator * 2 + denominator).flooredQuotient(by: denominator * 2)
        case .ceiling: whole = -((-numerator).flooredQuotient(by: denominator))
        }
        return Int64(clamping: whole)
    }

    private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        if first <= UInt128(UInt64.max), second <= UInt128(UInt64.max) {
            return UInt128(narrowDivisor(UInt64(first), UInt64(second)))
        }
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }

    private static func narrowDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

// MARK: - Arithmetic

extension Fraction {
    /// The exact sum.
    package static func + (left: Fraction, right: Fraction) -> Fraction {
        if left.denominator == right.denominator {
            return Fraction(left.numerator + right.numerator, over: left.denominator)
        }
        // Over the least common multiple: the product of the denominators may not fit.
        let shared = Int128(
            greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let widened = right.denominator / shared
        return Fraction(
            left.numerator * widened + right.numerator * (left.denominator / shared),
            over: left.denominator * widened)
    }

    /// The exact difference.
    package static func - (left: Fraction, right: Fraction) -> Fraction {
        left + Fraction(-right.numerator, over: right.denominator)
    }

    /// The exact product.
    package static func * (left: Fraction, right: Fraction) -> Fraction {
        // What each numerator shares with the other's denominator goes first; nothing is left to shorten then.
        let first = Fraction(left.numerator, over: right.denominator)
        let second = Fraction(right.numerator, over: left.denominator)
        return Fraction(
            lowest: first.numerator * second.numerator,
            over: first.denominator * second.denominator)
    }

    /// The exact multiple.
    package static func * (left: Fraction, right: Int64) -> Fraction {
        left * Fraction(Int128(right))
    }
}

extension Fraction: CustomStringConvertible {
    /// `49/5`, or `9` where it is whole.
    package var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}
