/// An exact quotient of two integers; the denominator is positive.
///
/// Holds points and money before they are rounded. 128 bits hold every product of two amounts of 10¹² with
/// room for a rate of nine digits, and nothing here is a floating-point number. Where rules that nobody would write sum up
/// more (many rates whose steps have no factor in common), what passes 128 bits is cut to a millionth, always in the same way.
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
            let (sum, overflows) = left.numerator.addingReportingOverflow(right.numerator)
            return overflows ? cutSum(left, right) : Fraction(sum, over: left.denominator)
        }
        // Over the least common multiple: the product of the denominators may not fit.
        let shared = Int128(
            greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let widened = right.denominator / shared
        let first = left.numerator.multipliedReportingOverflow(by: widened)
        let second = right.numerator.multipliedReportingOverflow(by: left.denominator / shared)
        let sum = first.partialValue.addingReportingOverflow(second.partialValue)
        let denominator = left.denominator.multipliedReportingOverflow(by: widened)
        let fits = !(first.overflow || second.overflow || sum.overflow || denominator.overflow)
        return fits
            ? Fraction(sum.partialValue, over: denominator.partialValue) : cutSum(left, right)
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
        let numerator = first.numerator.multipliedReportingOverflow(by: second.numerator)
        let denominator = first.denominator.multipliedReportingOverflow(by: second.denominator)
        guard !numerator.overflow, !denominator.overflow else {
            return cutProduct(left, right)
        }
        return Fraction(lowest: numerator.partialValue, over: denominator.partialValue)
    }

    /// The exact multiple.
    package static func * (left: Fraction, right: Int64) -> Fraction {
        left * Fraction(Int128(right))
    }
}

// MARK: - Beyond 128 bits

extension Fraction {
    /// So many parts of one are kept of what does not fit.
    private static let parts: Int128 = 1_000_000
    /// Whole numbers of which a product still fits, in such parts.
    private static let wholeMax: Int128 = 1_000_000_000_000_000

    /// The value in millionths, rounded down, within 10¹⁵ of nothing.
    private var millionths: Int128 {
        let whole = numerator.flooredQuotient(by: denominator)
        guard whole.magnitude < Fraction.wholeMax.magnitude else {
            return (whole < 0 ? -Fraction.wholeMax : Fraction.wholeMax) * Fraction.parts
        }
        let rest = (numerator - whole * denominator).magnitude
        let wide = rest.multipliedFullWidth(by: Fraction.parts.magnitude)
        let (quotient, _) = denominator.magnitude.dividingFullWidth(wide)
        return whole * Fraction.parts + Int128(quotient)
    }

    private static func cutSum(_ left: Fraction, _ right: Fraction) -> Fraction {
        Fraction(left.millionths + right.millionths, over: parts)
    }

    private static func cutProduct(_ left: Fraction, _ right: Fraction) -> Fraction {
        let product = left.millionths.multipliedReportingOverflow(by: right.millionths)
        if !product.overflow { return Fraction(product.partialValue, over: parts * parts) }
        let isNegative = (left.numerator < 0) != (right.numerator < 0)
        return Fraction(isNegative ? -wholeMax : wholeMax)
    }
}

extension Fraction: CustomStringConvertible {
    /// `49/5`, or `9` where it is whole.
    package var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}
